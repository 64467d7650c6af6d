# An exception without arguments.
def f():
    raise KeyError


f()
