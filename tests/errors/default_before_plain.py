# A parameter without default after one with.
#! line 3: SyntaxError: non-default argument follows default argument
def f(a=1, b):
    pass
