# Two parameters of one name.
#! line 3: SyntaxError: duplicate argument 'a' in function definition
def f(a, a):
    pass
