# Functions chosen by the type of their first argument.
from functools import update_wrapper

__name__ = "functools"


def _find(registry, cls):
    for base in cls.__mro__[:-1]:
        if base in registry:
            return registry[base]
    # Classes that only say they are bases.
    best = None
    for base in registry:
        if base is not object and issubclass(cls, base):
            if best is None or issubclass(base, best):
                best = base
            elif not issubclass(best, base):
                raise RuntimeError("Ambiguous dispatch: %r or %r" % (best, base))
    return registry[best or object]


def _is_class(cls):
    # A union has members, and no origin but its own type.
    return isinstance(cls, type) or hasattr(cls, "__args__") and getattr(cls, "__origin__", None) in (None, type(cls))


def _named_class(cls):
    annotations = getattr(cls, "__annotations__", {})
    if not annotations:
        raise TypeError(
            "Invalid first argument to `register()`: %r. "
            "Use either `@register(some_class)` or plain `@register` on an annotated function." % (cls,)
        )
    name = next(iter(annotations))
    found = annotations[name]
    if _is_class(found):
        return found
    raise TypeError("Invalid annotation for %r. %r is not a class." % (name, found))


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        return registry[cls] if cls in registry else _find(registry, cls)

    def register(cls, func=None):
        if func is None:
            if _is_class(cls):
                return lambda func: register(cls, func)
            func = cls
            cls = _named_class(cls)
        if isinstance(cls, type):
            registry[cls] = func
        else:
            for one in cls.__args__:
                registry[one] = func
        return func

    def wrapper(*args, **kwargs):
        if not args:
            name = getattr(func, "__name__", "singledispatch function")
            raise TypeError(name + " requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(type(args[0]))
            return found.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)
