# What can be subscripted in annotations.
__name__ = "typing"


def show(item):
    """An argument as it is shown: classes by their names."""
    if item is ...:
        return "..."
    if isinstance(item, type) and not hasattr(item, "__args__"):
        return item.__qualname__ if item.__module__ == "builtins" else item.__module__ + "." + item.__qualname__
    if isinstance(item, (list, tuple)):
        return "[%s]" % ", ".join([show(one) for one in item])
    return repr(item)


def as_type(item):
    """An argument as it is kept."""
    if item is None:
        return type(None)
    if isinstance(item, str):
        from typing import ForwardRef

        return ForwardRef(item)
    return item


def flatten(items):
    """The members of a union, each once."""
    found = []
    for item in items:
        item = as_type(item)
        for one in item.__args__ if is_union(item) else (item,):
            if one not in found:
                found.append(one)
    return tuple(found)


def is_union(item):
    if isinstance(item, Alias):
        return item._form._name == "Union"
    # `int | str` of the language.
    return getattr(item, "__origin__", None) in (None, type(item)) and hasattr(item, "__args__")


def union(items):
    members = flatten(items)
    if len(members) == 1:
        return members[0]
    from typing import Union

    return Alias(Union, members)


class Form:
    __slots__ = ("_name", "_origin")

    def __init__(self, name, origin):
        self._name = name
        self._origin = origin

    def __getitem__(self, args):
        name = self._name
        if type(args) is not tuple:
            args = (args,)
        if name == "Optional":
            if len(args) != 1:
                raise TypeError("typing.Optional requires a single type. Got %r." % (args,))
            return union((args[0], None))
        if name == "Union":
            if not args:
                raise TypeError("Cannot take a Union of no types.")
            return union(args)
        if self._origin is None and name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias"):
            raise TypeError("typing.%s is not subscriptable" % name)
        if name != "Literal":
            args = tuple(map(as_type, args))
        return Alias(self, args)

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwargs):
        if self._origin is None:
            raise TypeError("Cannot instantiate typing." + self._name)
        return self._origin(*args, **kwargs)

    def __mro_entries__(self, bases):
        if self._origin is None:
            raise TypeError("Cannot subclass typing." + self._name)
        return (self._origin,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._origin is None:
            raise TypeError("typing.%s cannot be used with issubclass()" % self._name)
        return issubclass(cls, self._origin)

    def __or__(self, other):
        return union((self, other))

    def __ror__(self, other):
        return union((other, self))

    def __eq__(self, other):
        return isinstance(other, Form) and other._name == self._name

    def __hash__(self):
        return hash(self._name)

    @property
    def __origin__(self):
        return self._origin


class Alias:
    __slots__ = ("_form", "__args__")

    def __init__(self, form, args):
        self._form = form
        self.__args__ = args

    @property
    def __origin__(self):
        if isinstance(self._form, Form):
            return self._form if self._form._origin is None else self._form._origin
        return self._form

    @property
    def _name(self):
        return self._form._name if isinstance(self._form, Form) else self._form.__name__

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            for one in (arg,) if type(arg).__name__ == "TypeVar" else getattr(arg, "__parameters__", ()):
                if one not in found:
                    found.append(one)
        return tuple(found)

    def __getitem__(self, args):
        # Variables are replaced in order.
        if type(args) is not tuple:
            args = (args,)
        names = self.__parameters__
        if not names:
            raise TypeError("%r is not a generic class" % self)
        known = dict(zip(names, args))

        def put(arg):
            if arg in names:
                return known.get(arg, arg)
            inner = getattr(arg, "__parameters__", ())
            return arg[tuple([known.get(one, one) for one in inner])] if inner else arg

        args = tuple([put(arg) for arg in self.__args__])
        return union(args) if is_union(self) else Alias(self._form, args)

    def __repr__(self):
        form = self._form
        if not isinstance(form, Form):
            return "%s[%s]" % (show(form), ", ".join([show(arg) for arg in self.__args__]))
        args = self.__args__
        if form._name == "Union":
            if len(args) == 2 and type(None) in args:
                return "typing.Optional[%s]" % show(args[args[0] is type(None)])
        elif form._name == "Literal":
            return "typing.Literal[%s]" % ", ".join(map(repr, args))
        if not args:
            return "%r[()]" % form
        return "%r[%s]" % (form, ", ".join([show(arg) for arg in args]))

    def __call__(self, *args, **kwargs):
        return self._form(*args, **kwargs)

    def __mro_entries__(self, bases):
        if isinstance(self._form, Form):
            return self._form.__mro_entries__(bases)
        # Generic stands in the bases once, and not if one of them is generic already.
        if self._form.__name__ in ("Generic", "Protocol"):
            for base in bases[bases.index(self) + 1 :]:
                if isinstance(base, Alias) and isinstance(base._form, type) and base._form is not self._form:
                    return ()
        return (self._form,)

    def __instancecheck__(self, obj):
        if is_union(self):
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if is_union(self):
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, Alias) or other._form != self._form:
            return NotImplemented
        if is_union(self) or self._name == "Literal":
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._form, frozenset(self.__args__) if is_union(self) else self.__args__))

    def __or__(self, other):
        return union((self, other))

    def __ror__(self, other):
        return union((other, self))
