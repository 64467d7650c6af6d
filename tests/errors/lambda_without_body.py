# lambda without a body.
#! line 3: SyntaxError: invalid syntax
x = lambda y:
