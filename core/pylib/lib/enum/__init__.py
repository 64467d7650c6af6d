# Enumerations. A member is an instance with `_name_` and `_value_`; a class keeps its members by name in
# `_member_map_` (an alias is a second name) and by value in `_value2member_map_`. Flags lie in a submodule.

__all__ = (
    "EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "verify", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "EnumCheck",
)

_unset = object()


def __getattr__(name):
    if name == "Flag":
        from enum import _flag as home
    elif name == "IntFlag":
        from enum import _int_flag as home
    elif name in ("FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP"):
        from enum import _boundary as home
    elif name in ("verify", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"):
        from enum import _verify as home
    elif name == "ReprEnum":
        from enum import _more as home
    elif name == "IntEnum":
        from enum import _int as home
    elif name == "StrEnum":
        from enum import _str as home
    elif name in ("property", "member", "nonmember"):
        from enum import _marks as home
    else:
        raise AttributeError("module 'enum' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


def _is_marked(name, mark):
    n = len(mark)
    return len(name) > 2 * n and name.startswith(mark) and name.endswith(mark) and name[n] != "_" != name[-n - 1]


class _Namespace(dict):
    # What the body of an enumeration writes to: notes which names are members.

    def __init__(self, cls, generate):
        self.cls = cls
        self.generate = generate
        self.members = {}
        self.ignored = ()

    def _fill(self, key, value):
        if value.value is _unset:
            value.value = self.generate(key, 1, len(self.members), list(self.members.values()))
        return value.value

    def __setitem__(self, key, value):
        if key in self.members:
            raise TypeError("%r already defined as %r" % (key, self.members[key]))
        if _is_marked(key, "_"):
            self._set_hook(key, value)
        elif not _is_marked(key, "__") and not key.startswith("_%s__" % self.cls) and key not in self.ignored:
            if type(value).__name__ == "nonmember":
                value = value.value
            elif type(value).__name__ == "member" or not hasattr(type(value), "__get__"):
                if key in self:
                    raise TypeError("%r already defined as %r" % (key, self[key]))
                self.members[key] = self._member_value(key, value)
                return
        dict.__setitem__(self, key, value)

    def _member_value(self, key, value):
        if isinstance(value, auto):
            return self._fill(key, value)
        if type(value).__name__ == "member":
            return value.value
        if type(value) is tuple and any([isinstance(item, auto) for item in value]):
            return tuple([self._fill(key, item) if isinstance(item, auto) else item for item in value])
        return value

    def __missing__(self, key):
        # Members are names in the body, too.
        return self.members[key]

    def _set_hook(self, key, value):
        if key == "_generate_next_value_":
            self.generate = getattr(value, "__func__", value)
        elif key == "_ignore_":
            self.ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif key not in ("_order_", "_missing_", "_create_pseudo_member_", "_numeric_repr_", "_iter_member_"):
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % key)


def _data_type(name, bases):
    # The type that members are, besides members; None when they are nothing else.
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object and base._member_type_ not in found:
                    found.append(base._member_type_)
                break
            if "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                if (candidate or base) not in found:
                    found.append(candidate or base)
                break
            candidate = candidate or base
    if len(found) > 1:
        raise TypeError("too many data types for %r: %r" % (name, set(found)))
    return found[0] if found else object


def _prefer_enum(cls, bases, namespace, data_type):
    # Texts and combinations of members are those of the enumeration, not those of the type in front of it.
    names = ("__repr__", "__str__", "__format__", "__reduce_ex__")
    if hasattr(cls, "_close"):
        names += ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")
    for name in names:
        if name not in namespace:
            found = getattr(cls, name)
            if found in (getattr(data_type, name, None), getattr(object, name, None)):
                type.__setattr__(cls, name, getattr(bases[-1], name))


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, /, **kwds):
        generate = None
        for base in bases:
            if isinstance(base, EnumType):
                generate = base._generate_next_value_
                if base._member_map_:
                    raise TypeError("<enum %r> cannot extend %r" % (cls, base))
        return _Namespace(cls, generate)

    def __new__(metacls, name, bases, namespace, /, *, boundary=None, **kwds):
        raw = namespace.members
        plain = dict(namespace)
        plain.pop("_ignore_", None)
        for ignored in namespace.ignored:
            plain.pop(ignored, None)
        order = plain.pop("_order_", None)
        if "mro" in raw or "" in raw:
            raise ValueError("invalid enum member name(s) %s" % "".join([n for n in raw if n in ("mro", "")]))
        if "_generate_next_value_" in plain and not hasattr(plain["_generate_next_value_"], "__func__"):
            plain["_generate_next_value_"] = staticmethod(plain["_generate_next_value_"])
        data_type = _data_type(name, bases)
        plain["_member_map_"] = {}
        plain["_value2member_map_"] = {}
        plain["_member_type_"] = data_type
        cls = super().__new__(metacls, name, bases, plain, **kwds)
        if data_type is not object:
            _prefer_enum(cls, bases, plain, data_type)
        if boundary is not None:
            type.__setattr__(cls, "_boundary_", boundary)
        creator = cls.__new__ if cls.__new__ is not object.__new__ else None
        for key in raw:
            cls._add(key, raw[key], data_type, creator)
        if hasattr(cls, "_close"):
            cls._close()
        if order is not None:
            names = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if names != [member._name_ for member in cls]:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % ([m._name_ for m in cls], names))
        return cls

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _add(cls, name, value, data_type, creator):
        args = value if isinstance(value, tuple) and data_type is not tuple else (value,)
        if creator is None:
            member = object.__new__(cls)
        else:
            member = creator(cls, *args)
        if not hasattr(member, "_value_"):
            if data_type is not object and creator is not None:
                value = data_type(*args)
            member._value_ = value
        value = member._value_
        member._name_ = name
        member.__init__(*args)
        known = cls._known(value)
        if known is not None:
            member = known
        else:
            try:
                cls._value2member_map_[value] = member
            except TypeError:
                pass
        cls._member_map_[name] = member
        type.__setattr__(cls, name, member)

    def _known(cls, value):
        # The member with a value, or None. A value that cannot be a key is searched for.
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls._find(value)
        return _functional(cls, value, names, module, qualname, type, start)

    def _find(cls, value):
        if type(value) is cls:
            return value
        member = cls._known(value)
        if member is not None:
            return member
        try:
            member = cls._missing_(value)
        except Exception as error:
            if error.__context__ is None and not isinstance(error, ValueError):
                error.__context__ = _not_valid(cls, value)
            raise
        if isinstance(member, cls) or isinstance(member, int) and getattr(cls, "_boundary_", None) == "eject":
            return member
        if member is None:
            raise _not_valid(cls, value)
        raise TypeError(
            "error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, member)
        ) from None

    def __iter__(cls):
        return (member for name, member in cls._member_map_.items() if member._name_ == name and member._is_listed())

    def __reversed__(cls):
        return reversed([member for member in cls])

    def __len__(cls):
        count = 0
        for _ in cls:
            count += 1
        return count

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(member).__qualname__, cls.__class__.__qualname__)
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @property
    def __members__(cls):
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError("cannot reassign member %r" % name)
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        type.__delattr__(cls, name)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if hasattr(cls, "_close") else "enum", cls.__name__)


EnumMeta = EnumType


def _not_valid(cls, value):
    return ValueError("%r is not a valid %s" % (value, cls.__qualname__))


def _functional(cls, name, names, module, qualname, mixin, start):
    bases = (cls,) if mixin is None else (mixin, cls)
    namespace = EnumType.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    elif isinstance(names, dict):
        names = list(names.items())
    values = []
    for item in names:
        if isinstance(item, str):
            value = namespace.generate(item, start, len(values), values[:])
            values.append(value)
            namespace[item] = value
        else:
            namespace[item[0]] = item[1]
    if module is None:
        import sys

        look = getattr(sys, "_getframe", None)
        module = "__main__" if look is None else look(2).f_globals.get("__name__")
    namespace["__module__"] = module
    if qualname is not None:
        namespace["__qualname__"] = qualname
    return type(cls)(name, bases, namespace)


class Enum(metaclass=EnumType):
    def _generate_next_value_(name, start, count, last_values):
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    def __init__(self, *args, **kwds):
        pass

    @classmethod
    def _missing_(cls, value):
        return None

    def _is_listed(self):
        return True

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)


def unique(enumeration):
    aliases = [(name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_]
    if aliases:
        text = ", ".join(["%s -> %s" % pair for pair in aliases])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, text))
    return enumeration
