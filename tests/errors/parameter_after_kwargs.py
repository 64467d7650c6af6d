# Nothing comes after **kwargs.
#! line 3: SyntaxError: arguments cannot follow var-keyword argument
def f(**k, a):
    pass
