# A call with the wrong number of arguments.
def f(a, b):
    pass


def g():
    f(1)


g()
