# Functions of module typing.
__name__ = "typing"


def overload(func):
    def overloaded(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
            "module should always be followed by an implementation that is not @overload-ed."
        )

    return overloaded


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def no_type_check_decorator(decorator):
    return decorator


def reveal_type(obj, /):
    import sys

    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError("Expected code to be unreachable, but got: " + (text[:100] + "..." if len(text) > 100 else text))


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def get_origin(tp):
    origin = getattr(tp, "__origin__", None)
    name = type(tp).__name__
    if name == "Form":
        return origin
    if origin is None and hasattr(tp, "__args__") and not isinstance(tp, type):
        return type(tp)
    return origin


def get_args(tp):
    args = getattr(tp, "__args__", ())
    if args and getattr(tp, "_name", None) == "Callable" and isinstance(args[0], list):
        return (args[0], *args[1:])
    return tuple(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if isinstance(obj, type):
        import sys

        hints = {}
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else vars(module) if module is not None else {}
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluated(value, names, localns if localns is not None else dict(vars(base)))
        return hints
    if globalns is None:
        globalns = getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        raise TypeError("%r is not a module, class, method, or function." % (obj,))
    return {name: _evaluated(value, globalns, localns) for name, value in annotations.items()}


def _evaluated(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = eval(value, globalns, localns)
    if type(value).__name__ == "ForwardRef":
        return eval(value.__forward_arg__, globalns, localns)
    if type(value).__name__ == "Alias":
        return type(value)(value._form, tuple([_evaluated(arg, globalns, localns) for arg in value.__args__]))
    return value


def is_typeddict(tp):
    return type(tp).__name__ == "_TypedDictMeta"
