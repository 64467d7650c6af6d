# Two *args.
#! line 3: SyntaxError: * argument may appear only once
def f(*a, *b):
    pass
