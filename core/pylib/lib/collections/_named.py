# Tuples with names. Their classes share these functions; a class adds its names and properties.
# What is read by number is the same property in all of them: one whose getter is the number.
__name__ = "collections"

_properties = []


def _property(index):
    while len(_properties) <= index:
        _properties.append(property(len(_properties)))
    return _properties[index]


def __new__(cls, /, *args, **kwargs):
    if kwargs or len(args) != len(cls._fields):
        from _arguments import bind

        defaults = cls._field_defaults
        fields = cls._fields
        args = bind(lambda: _owner(cls).__name__ + ".__new__", fields, (), defaults, args, kwargs, bind)
        args = [defaults[fields[i]] if args[i] is bind else args[i] for i in range(len(fields))]
    return tuple.__new__(cls, args)


def _owner(cls):
    for base in cls.__mro__:
        if "_field_defaults" in base.__dict__:
            return base


def _make(cls, iterable):
    made = tuple.__new__(cls, iterable)
    if len(made) != len(cls._fields):
        raise TypeError("Expected %d arguments, got %d" % (len(cls._fields), len(made)))
    return made


def _replace(self, /, **kwds):
    values = list(self)
    fields = self._fields
    unknown = []
    for name, value in kwds.items():
        if name in fields:
            values[fields.index(name)] = value
        else:
            unknown.append(name)
    made = self._make(values)
    if unknown:
        raise ValueError("Got unexpected field names: %r" % unknown)
    return made


def _asdict(self):
    return dict(zip(self._fields, self))


def __repr__(self):
    parts = ["%s=%r" % pair for pair in zip(self._fields, self)]
    return "%s(%s)" % (type(self).__name__, ", ".join(parts))


def __getnewargs__(self):
    return tuple(self)


_make = classmethod(_make)


def _check_names(typename, names, rename):
    from keyword import iskeyword

    seen = set()
    if rename:
        for i, name in enumerate(names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                names[i] = "_%d" % i
            seen.add(name)
    for name in (typename, *names):
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if iskeyword(name):
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = list(map(str, field_names))
    typename = str(typename)
    _check_names(typename, names, rename)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    names = tuple(names)
    return build(typename, names, dict(zip(names[len(names) - len(defaults) :], defaults)), module)


def caller(depth):
    """The name of the module that many calls above, where frames can be looked at."""
    import sys

    look = getattr(sys, "_getframe", None)
    return "__main__" if look is None else look(depth).f_globals.get("__name__", "__main__")


def build(typename, names, defaults, module):
    if module is None:
        module = caller(3)
    namespace = {
        "__slots__": (),
        "__module__": module,
        "__match_args__": names,
        "_fields": names,
        "_field_defaults": defaults,
        "__new__": __new__,
        "_make": _make,
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }
    for i, name in enumerate(names):
        namespace[name] = _property(i)
    return type(typename, (tuple,), namespace)
