# A bare * needs a keyword parameter after it.
#! line 3: SyntaxError: named arguments must follow bare *
def f(*):
    pass
