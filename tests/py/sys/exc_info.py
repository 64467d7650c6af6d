# exc_info follows the handlers.
import sys
def current(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
print(current())  #> None
try:
    raise ValueError
except ValueError:
    print(current())  #> ValueError
    try:
        raise KeyError
    except KeyError:
        print(current())  #> KeyError
    print(current())  #> ValueError
print(current())  #> None
