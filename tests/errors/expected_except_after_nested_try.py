# The inner try is not finished.
#! line 6: SyntaxError: expected 'except' or 'finally' block
def f():
    try:
        x = 1
    z = 2
