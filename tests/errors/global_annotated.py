# A global name cannot be annotated in the function.
#! line 5: SyntaxError: annotated name 'x' can't be global
def f():
    global x
    x: int = 1
