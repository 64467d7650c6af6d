# What `@dataclass` does to a class.
from dataclasses import _INIT, _REPR, _COMPARE, _KW_ONLY, _HASH, _NO_HASH, _INIT_VAR, _CLASS_VAR
from dataclasses import Field, MISSING, KW_ONLY, field
from _fields import read, store


def process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    fields = _collect(cls, frozen, kw_only)
    own = cls.__dict__
    has_hash = not (own.get("__hash__", MISSING) in (MISSING, None) and ("__hash__" not in own or "__eq__" in own))
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params.shared(init, repr, eq, order, unsafe_hash, frozen)
    real = [one for one in fields.values() if not one._flags & (_INIT_VAR | _CLASS_VAR)]
    if init:
        _add_init(cls, [one for one in fields.values() if not one._flags & _CLASS_VAR], frozen)
    if repr:
        _set(cls, "__repr__", _make_repr(tuple([one.name for one in real if one._flags & _REPR])))
    compared = tuple([one.name for one in real if one._flags & _COMPARE])
    if eq:
        _set(cls, "__eq__", _make_eq(compared))
    if order:
        _add_order(cls, compared)
    if frozen:
        _add_frozen(cls, [one.name for one in real])
    _add_hash(cls, real, eq, frozen, unsafe_hash, has_hash)
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([one.name for one in real if one._flags & (_INIT | _KW_ONLY) == _INIT])
    if slots:
        cls = _with_slots(cls, real, frozen, weakref_slot)
    return cls


class _Params:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    _plain = None

    @classmethod
    def shared(cls, *options):
        # Most classes ask for nothing special.
        if options != (True, True, True, False, False, False):
            return cls(*options)
        if cls._plain is None:
            cls._plain = cls(*options)
        return cls._plain

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen


def _collect(cls, frozen, kw_only):
    fields = {}
    any_frozen = False
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            has_bases = True
            fields.update(inherited)
            any_frozen = any_frozen or base.__dataclass_params__.frozen
    annotations = cls.__dict__.get("__annotations__", {})
    for name, kind in annotations.items():
        if kind is KW_ONLY or kind in ("KW_ONLY", "dataclasses.KW_ONLY"):
            kw_only = True
            continue
        one = _make_field(cls, name, kind, kw_only)
        fields[name] = one
        if isinstance(cls.__dict__.get(name), Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    if has_bases and any_frozen and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if has_bases and not any_frozen and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields


def _make_field(cls, name, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        one = default
    else:
        # A slot of the class is no default.
        is_slot = type(default).__name__ in ("member_descriptor", "getset_descriptor")
        one = field(default=MISSING if is_slot else default)
    given, one.name, one.type = one.name, name, kind
    role = _role(kind)
    one._flags |= role
    if role:
        if one.default_factory is not MISSING:
            raise TypeError("field %s cannot have a default factory" % name)
        if role == _CLASS_VAR and given is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
    if role != _CLASS_VAR and (kw_only if given is MISSING else given):
        one._flags |= _KW_ONLY
    if not role and getattr(type(one.default), "__hash__", None) is None:
        raise ValueError(
            "mutable default %s for field %s is not allowed: use default_factory" % (type(one.default), name)
        )
    return one


def _role(kind):
    # Annotations may be text.
    text = kind if isinstance(kind, str) else ""
    if text.startswith(("ClassVar", "typing.ClassVar", "t.ClassVar")):
        return _CLASS_VAR
    if text.startswith(("InitVar", "dataclasses.InitVar")) or type(kind).__name__ == "InitVar":
        return _INIT_VAR
    if getattr(kind, "__name__", None) == "InitVar" and kind.__module__ == "dataclasses":
        return _INIT_VAR
    origin = getattr(kind, "__origin__", kind)
    return _CLASS_VAR if getattr(origin, "_name", None) == "ClassVar" else 0


def _set(cls, name, func):
    # A qualified name of its own would cost each function more than the function itself.
    if name in cls.__dict__:
        return True
    setattr(cls, name, func)
    return False


def _add_init(cls, fields, frozen):
    positional = [one for one in fields if one._flags & (_INIT | _KW_ONLY) == _INIT]
    keyword = [one for one in fields if one._flags & (_INIT | _KW_ONLY) == _INIT | _KW_ONLY]
    seen_default = False
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError("non-default argument %r follows default argument" % one.name)
    # What is no parameter and has nothing to start with is not set.
    rest = [one for one in fields if not one._flags & _INIT and one.default_factory is not MISSING]
    post = hasattr(cls, "__post_init__")
    simple = not rest and not post and not frozen and not keyword
    names = tuple([one.name for one in positional])
    if simple and not [one for one in fields if one._flags & _INIT_VAR]:
        func = _simple_init(cls, names, fields)
    else:
        func = _full_init(cls, names, tuple([one.name for one in keyword]), rest, fields, frozen, post)
    _set(cls, "__init__", func)


def _defaults(fields):
    return {one.name: one for one in fields if one.default is not MISSING or one.default_factory is not MISSING}


def _filled(cls, names, keyword, defaults, args, kwargs):
    # The values of parameters, in order.
    from _arguments import bind

    values = bind(lambda: cls.__qualname__ + ".__init__", names, keyword, defaults, args, kwargs, MISSING)
    i = 0
    for name in names + keyword:
        if values[i] is MISSING:
            one = defaults[name]
            values[i] = one.default if one.default_factory is MISSING else one.default_factory()
        i += 1
    return values


def _simple_init(cls, names, fields):
    count = len(names)
    defaults = _defaults(fields)

    def __init__(self, /, *args, **kwargs):
        if kwargs or len(args) != count:
            args = _filled(cls, names, (), defaults, args, kwargs)
        for i in range(store(self, names, args), count):
            setattr(self, names[i], args[i])

    return __init__


def _full_init(cls, names, keyword, rest, fields, frozen, post):
    defaults = _defaults(fields)
    store = object.__setattr__ if frozen else setattr
    variables = [one.name for one in fields if one._flags & _INIT_VAR]

    def __init__(self, /, *args, **kwargs):
        extra = {}
        if kwargs or keyword or len(args) != len(names):
            args = _filled(cls, names, keyword, defaults, args, kwargs)
        i = 0
        for name in names + keyword:
            if name in variables:
                extra[name] = args[i]
            else:
                store(self, name, args[i])
            i += 1
        for one in rest:
            store(self, one.name, one.default_factory())
        if post:
            self.__post_init__(*[extra[name] for name in variables])

    return __init__


def _make_repr(names):
    def __repr__(self):
        from reprlib import guard

        def text():
            parts = ["%s=%r" % (name, getattr(self, name)) for name in names]
            return "%s(%s)" % (type(self).__qualname__, ", ".join(parts))

        return guard(self, "...", text)

    return __repr__


def _values(self, names):
    values = read(self, names)
    return tuple([getattr(self, name) for name in names]) if values is None else values


def _make_eq(names):
    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) == _values(other, names)

    return __eq__


def _add_order(cls, names):
    def __lt__(self, other):
        return _values(self, names) < _values(other, names) if type(other) is type(self) else NotImplemented

    def __le__(self, other):
        return _values(self, names) <= _values(other, names) if type(other) is type(self) else NotImplemented

    def __gt__(self, other):
        return _values(self, names) > _values(other, names) if type(other) is type(self) else NotImplemented

    def __ge__(self, other):
        return _values(self, names) >= _values(other, names) if type(other) is type(self) else NotImplemented

    for func in (__lt__, __le__, __gt__, __ge__):
        if _set(cls, func.__name__, func):
            raise TypeError(
                "Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering"
                % (func.__name__, cls.__name__)
            )


def _add_frozen(cls, names):
    from dataclasses import _frozen

    for func in _frozen.make(cls, tuple(names)):
        if _set(cls, func.__name__, func):
            raise TypeError("Cannot overwrite attribute %s in class %s" % (func.__name__, cls.__name__))


def _add_hash(cls, fields, eq, frozen, unsafe_hash, has_hash):
    if unsafe_hash and has_hash:
        raise TypeError("Cannot overwrite attribute __hash__ in class " + cls.__name__)
    if not unsafe_hash and (not eq or has_hash):
        return
    if not unsafe_hash and not frozen:
        cls.__hash__ = None
        return
    wanted = [one for one in fields if one._flags & (_HASH if one._flags & (_HASH | _NO_HASH) else _COMPARE)]
    names = tuple([one.name for one in wanted])

    def __hash__(self):
        return hash(_values(self, names))

    cls.__hash__ = __hash__


def _with_slots(cls, fields, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    namespace = dict(cls.__dict__)
    inherited = []
    for base in cls.__mro__[1:-1]:
        known = base.__dict__.get("__slots__", ())
        inherited.extend([known] if isinstance(known, str) else known)
    names = [one.name for one in fields]
    slots = [name for name in names if name not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in [*names, "__dict__", "__weakref__"]:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        # Functions that name their class have to name this one.
        for name in ("__setattr__", "__delattr__"):
            delattr(made, name)
        _add_frozen(made, names)
    return made
