# wraps makes a wrapper look like what it wraps.
from functools import wraps, update_wrapper, WRAPPER_ASSIGNMENTS
def decorate(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        "wrapper doc"
        return f(*args, **kwargs)
    return wrapper
@decorate
def add(a: int, b=2):
    return a + b
add.extra = 1
print(add(1), add.__name__, add.__qualname__, add.__module__, add.__annotations__, add.__wrapped__(5))
#> 3 add add __main__ {'a': <class 'int'>} 7
def target():
    pass
target.tag = "t"
def other(): pass
print(update_wrapper(other, target) is other, other.tag, other.__name__, other.__dict__["tag"])
#> True t target t
def third(): pass
update_wrapper(third, target, assigned=("__doc__",), updated=())
print(third.__name__, third.__wrapped__ is target, hasattr(third, "tag"))  #> third True False
class Callable:
    def __call__(self): return 1
def fourth(): pass
update_wrapper(fourth, Callable())
print(fourth.__name__, fourth.__module__)  #> fourth __main__
print(WRAPPER_ASSIGNMENTS)
#> ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
