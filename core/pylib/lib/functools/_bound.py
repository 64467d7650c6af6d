# Callables with some arguments given in advance, and attributes that are computed once.
__name__ = "functools"


class partial:
    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if type(func) is partial:
            args = (*func.args, *args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = tuple(args)
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **self.keywords)

    def __repr__(self):
        from reprlib import guard

        return guard(self, "...", self._text)

    def _text(self):
        own = type(self)
        name = own.__qualname__
        if own.__module__ == "functools":
            name = "functools." + name
        parts = [repr(self.func), *map(repr, self.args)]
        parts.extend(["%s=%r" % item for item in self.keywords.items()])
        return "%s(%s)" % (name, ", ".join(parts))

    def __reduce__(self):
        return _rebuild, (type(self), self.func, self.args, self.keywords)


def _rebuild(cls, func, args, keywords):
    return cls(func, *args, **keywords)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            args = (*func.args, *args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        given = getattr(func, "__get__", None)
        if given is not None:
            bound = given(obj, cls)
            if bound is not func and (obj is not None or getattr(bound, "__self__", None) is not None):
                return partial(bound, *self.args, **self.keywords)
        if obj is None:
            # Whoever calls it through the class gives the instance first.
            return lambda obj, /, *args, **keywords: self.__get__(obj, cls)(*args, **keywords)
        return partial(func, obj, *self.args, **self.keywords)

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args)]
        parts.extend(["%s=%r" % item for item in self.keywords.items()])
        return "functools.partialmethod(%s)" % ", ".join(parts)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names (%r and %r)." % (self.attrname, name)
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        try:
            object.__setattr__(instance, name, value)
        except AttributeError:
            raise TypeError(
                "No '__dict__' attribute on %r instance to cache %r property." % (type(instance).__name__, name)
            ) from None
        return value
