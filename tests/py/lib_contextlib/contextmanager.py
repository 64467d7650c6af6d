# A generator as a context manager.
from contextlib import contextmanager
@contextmanager
def tag(name, fail=False):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
        if fail: raise KeyError("other") from error
    finally:
        print("exit", name)
with tag("a") as t: print(t)
#> enter a
#> A
#> exit a
with tag("b"): raise ValueError("swallowed")
#> enter b
#> caught swallowed
#> exit b
print("after")  #> after
try:
    with tag("c"): raise TypeError("passes")
    #> enter c
    #> exit c
except TypeError as error:
    print(repr(error))  #> TypeError('passes')
try:
    with tag("d", True): raise ValueError("v")
    #> enter d
    #> caught v
    #> exit d
except KeyError as error:
    print(repr(error), repr(error.__cause__))  #> KeyError('other') ValueError('v')
@tag("deco")
def f(x):
    "doc"
    print("in f", x)
    return x + 1
print(f(1), f(2), f.__name__, tag.__name__)
#> enter deco
#> in f 1
#> exit deco
#> enter deco
#> in f 2
#> exit deco
#> 2 3 f tag
def leave():
    with tag("r") as t: return t
print(leave())
#> enter r
#> exit r
#> R
for _ in range(2):
    with tag("loop"): continue
    #> enter loop
    #> exit loop
    #> enter loop
    #> exit loop
try:
    with tag("s"): raise StopIteration("stop")
    #> enter s
    #> exit s
except StopIteration as error:
    print("StopIteration", error)  #> StopIteration stop
@contextmanager
def bad(n):
    if n: yield 1
    if n > 1: yield 2
@contextmanager
def stubborn():
    try: yield
    except ValueError: pass
    yield
def use(cm, error=None):
    with cm:
        if error: raise error
for args in ((bad(0),), (bad(2),), (stubborn(), ValueError(1)), (stubborn(),)):
    try:
        use(*args)
    except RuntimeError as error:
        print(error)
        #> generator didn't yield
        #> generator didn't stop
        #> generator didn't stop after throw()
        #> generator didn't stop
