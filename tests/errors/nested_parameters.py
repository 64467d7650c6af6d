# Tuple parameters of Python 2.
#! line 3: SyntaxError: Function parameters cannot be parenthesized
def f((a, b)):
    pass
