# A bare generator expression beside another argument.
#! line 3: SyntaxError: Generator expression must be parenthesized
f(x for x in y, 1)
