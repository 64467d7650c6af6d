# An opening parenthesis without its closing one.
#! line 3: SyntaxError: '(' was never closed
x = (1 + 2
y = 3
