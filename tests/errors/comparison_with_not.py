# not cannot follow an operator.
#! line 3: SyntaxError: invalid syntax
x = 1 + not 2
