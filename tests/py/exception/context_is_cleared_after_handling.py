# After a handler is left, new exceptions have no context.
try:
    raise ValueError("old")
except ValueError:
    pass
try:
    raise KeyError("new")
except KeyError as error:
    print(error.__context__)  #> None
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])  #> ZeroDivisionError division by zero
print(sys.exc_info())  #> (None, None, None)
def f():
    try:
        raise ValueError("in f")
    except ValueError:
        return sys.exc_info()[0].__name__
print(f(), sys.exc_info()[0])  #> ValueError None
