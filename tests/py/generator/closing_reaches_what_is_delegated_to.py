# GeneratorExit closes the inner generator and is raised in the outer one, whatever the inner one makes of it.
def tell(work, *args):
    try:
        print(work(*args))
    except BaseException as error:
        print(type(error).__name__, error)


def returns():
    try:
        yield 1
    except GeneratorExit:
        return 5


def yields():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def outer(inner):
    try:
        got = yield from inner
        print("got", got)
    except GeneratorExit:
        print("outer")
        raise
    except RuntimeError as error:
        print(error)
        yield 3


for inner in returns(), yields():
    g = outer(inner)
    next(g)
    tell(g.throw, GeneratorExit)
    #> outer
    #> GeneratorExit
    #> generator ignored GeneratorExit
    #> 3


class Wrong(Exception):
    def __new__(cls):
        return 5


def handling():
    try:
        raise KeyError("a")
    except KeyError:
        yield


g = handling()
next(g)
try:
    g.throw(ValueError("b"))
except ValueError as error:
    print(repr(error.__context__))  #> KeyError('a')
g = handling()
next(g)
tell(g.throw, Wrong)
#> TypeError calling <class '__main__.Wrong'> should have returned an instance of BaseException, not int
