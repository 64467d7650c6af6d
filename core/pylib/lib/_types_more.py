# Classes of module types.
__name__ = "types"


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __repr__(self):
        from reprlib import guard

        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return guard(self, name + "(...)", lambda: "%s(%s)" % (name, ", ".join(self._parts())))

    def _parts(self):
        return ["%s=%r" % pair for pair in vars(self).items()]

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute(property):
    # A property that a class itself does not see, so that its metaclass can answer.
    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError
        return property.__get__(self, instance, owner)


def coroutine(func):
    # What calls give is wrapped, so that it can be waited for.
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return _GeneratorWrapper(made) if hasattr(made, "gi_frame") else made

    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(wrapped, name, getattr(func, name, None))
    wrapped.__wrapped__ = func
    return wrapped


class _GeneratorWrapper:
    def __init__(self, gen):
        self._gen = gen
        self.send = gen.send
        self.throw = gen.throw
        self.close = gen.close

    def __await__(self):
        return self._gen

    __iter__ = __await__

    def __next__(self):
        return next(self._gen)
