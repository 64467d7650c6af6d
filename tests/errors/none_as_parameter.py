# None is no parameter name.
#! line 3: SyntaxError: invalid syntax
def f(None):
    pass
