# A positional argument after a keyword.
#! line 3: SyntaxError: positional argument follows keyword argument
f(a=1, 2)
