# A positional argument after **.
#! line 3: SyntaxError: positional argument follows keyword argument unpacking
f(**a, b)
