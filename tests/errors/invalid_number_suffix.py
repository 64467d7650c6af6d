# A number that runs into a name.
#! line 3: SyntaxError: invalid decimal literal
x = 12abc
