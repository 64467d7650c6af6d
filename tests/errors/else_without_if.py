# else on its own.
#! line 4: SyntaxError: invalid syntax
x = 1
else:
    pass
