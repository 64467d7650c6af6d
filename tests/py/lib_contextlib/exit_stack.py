# ExitStack leaves what was entered, last first.
from contextlib import ExitStack, contextmanager
@contextmanager
def cm(n, swallow=False, replace=False):
    print("enter", n)
    try:
        yield n
    except Exception as error:
        print("seen", n, repr(error))
        if replace: raise RuntimeError(n)
        if not swallow: raise
    finally:
        print("exit", n)
with ExitStack() as stack:
    print([stack.enter_context(cm(i)) for i in range(3)])
    #> enter 0
    #> enter 1
    #> enter 2
    #> [0, 1, 2]
    stack.callback(print, "callback", end="!\n")
    #> callback!
    #> exit 2
    #> exit 1
    #> exit 0
with ExitStack() as stack:
    stack.enter_context(cm("outer", swallow=True)); stack.enter_context(cm("inner"))
    #> enter outer
    #> enter inner
    raise ValueError("x")
    #> seen inner ValueError('x')
    #> exit inner
    #> seen outer ValueError('x')
    #> exit outer
print("swallowed")  #> swallowed
try:
    with ExitStack() as stack:
        stack.enter_context(cm("a")); stack.enter_context(cm("b", replace=True)); stack.enter_context(cm("c"))
        #> enter a
        #> enter b
        #> enter c
        raise KeyError("k")
except RuntimeError as error:
    print(repr(error), repr(error.__context__))
    #> seen c KeyError('k')
    #> exit c
    #> seen b KeyError('k')
    #> exit b
    #> seen a RuntimeError('b')
    #> exit a
    #> RuntimeError('b') KeyError('k')
kept = None
with ExitStack() as stack:
    stack.enter_context(cm("kept"))  #> enter kept
    kept = stack.pop_all()
print("not left yet"); kept.close()
#> not left yet
#> exit kept
def on_exit(kind, error, trace):
    print("on_exit", kind and kind.__name__, error); return True
with ExitStack() as stack:
    stack.push(on_exit); stack.push(cm("pushed")) if 0 else None
    1 / 0  #> on_exit ZeroDivisionError division by zero
@ExitStack.callback.__get__(ExitStack())
def decorated(): pass
print(decorated.__name__)  #> decorated
try:
    with ExitStack() as stack: stack.enter_context(5)
except TypeError as error: print(error)
#> 'builtins.int' object does not support the context manager protocol
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0); stack.callback(lambda: {}["q"])
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))  #> ZeroDivisionError('division by zero') None
