# Two underscores in a row.
#! line 3: SyntaxError: invalid decimal literal
x = 1__0
