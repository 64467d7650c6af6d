# An underscore at the end of a number.
#! line 3: SyntaxError: invalid decimal literal
x = 10_
