# The same keyword twice.
#! line 3: SyntaxError: keyword argument repeated: a
f(a=1, a=2)
