# A function without its colon.
#! line 3: SyntaxError: expected ':'
def f()
    return 1
