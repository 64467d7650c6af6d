# Classes that hold data. The methods that are added are closures over what a class needs: nothing is
# compiled at run time.

__all__ = (
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
)

# Bits of `Field._flags`; a hash of None goes by `compare`.
_INIT, _REPR, _COMPARE, _KW_ONLY, _HASH, _NO_HASH, _INIT_VAR, _CLASS_VAR = 1, 2, 4, 8, 16, 32, 64, 128


def __getattr__(name):
    if name in ("fields", "asdict", "astuple", "replace", "is_dataclass", "make_dataclass"):
        from dataclasses import _tools as home
    elif name == "FrozenInstanceError":
        from dataclasses import _frozen as home
    elif name == "InitVar":
        from dataclasses import _variables as home
    else:
        raise AttributeError("module 'dataclasses' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


class _Mark:
    __slots__ = ("_name",)

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


MISSING = _Mark("<dataclasses._MISSING_TYPE object>")
KW_ONLY = _Mark("<dataclasses._KW_ONLY_TYPE object>")


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "_metadata", "_flags")

    def __init__(self, default, default_factory, flags, metadata):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self._metadata = metadata
        self._flags = flags

    @property
    def metadata(self):
        from types import MappingProxyType

        return MappingProxyType(self._metadata or {})

    init = property(lambda self: self._flags & _INIT != 0)
    repr = property(lambda self: self._flags & _REPR != 0)
    compare = property(lambda self: self._flags & _COMPARE != 0)
    kw_only = property(lambda self: self._flags & _KW_ONLY != 0)

    @property
    def hash(self):
        return True if self._flags & _HASH else False if self._flags & _NO_HASH else None

    def __repr__(self):
        kind = "_FIELD_INITVAR" if self._flags & _INIT_VAR else "_FIELD"
        return (
            "Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,"
            "kw_only=%r,_field_type=%s)"
            % (
                self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash, self.compare,
                self.metadata, self.kw_only, kind,
            )
        )

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    flags = (_INIT if init else 0) | (_REPR if repr else 0) | (_COMPARE if compare else 0)
    if hash is not None:
        flags |= _HASH if hash else _NO_HASH
    # Whether it is keyword-only may depend on the class; until that is known the bit is not decided.
    made = Field(default, default_factory, flags, metadata)
    made.name = kw_only
    return made


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False
):
    def decorate(cls):
        from dataclasses import _build

        options = (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
        return _build.process(cls, *options)

    return decorate if cls is None else decorate(cls)
