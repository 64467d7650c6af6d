# nonlocal of a name no enclosing function has.
#! line 4: SyntaxError: no binding for nonlocal 'x' found
def f():
    nonlocal x
    x = 1
