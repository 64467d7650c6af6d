# The exception being handled inside a generator does not leak to the caller.
import sys
def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield 1
        yield sys.exc_info()[0].__name__
it = g()
next(it)
print(sys.exc_info()[0])  #> None
try:
    raise KeyError
except KeyError:
    print(next(it), sys.exc_info()[0].__name__)  #> ValueError KeyError
