# Generic classes and protocols.
from abc import abstractmethod
from typing._forms import Alias

__name__ = "typing"


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        return Alias(cls, args if type(args) is tuple else (args,))


class _ProtocolMeta(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or cls._has_all(instance)

    def __subclasscheck__(cls, other):
        if cls in other.__mro__:
            return True
        if not cls.__dict__.get("_is_protocol"):
            return False
        if not cls.__dict__.get("_is_runtime_protocol"):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        return cls._has_all(other)

    def _has_all(cls, thing):
        names = []
        for base in cls.__mro__[:-1]:
            if base.__dict__.get("_is_protocol") and base is not Protocol:
                names.extend(base.__dict__)
                names.extend(base.__dict__.get("__annotations__", ()))
        skipped = (
            "__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__slots__",
            "__init__", "_is_protocol", "_is_runtime_protocol", "__parameters__", "__orig_bases__", "__attrs__",
        )
        return bool(names) and all([hasattr(thing, name) for name in names if name not in skipped])

    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return type.__call__(cls, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        # Only a class that names Protocol itself among its bases is a protocol.
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


def __getattr__(name):
    methods = {
        "SupportsInt": "__int__",
        "SupportsFloat": "__float__",
        "SupportsComplex": "__complex__",
        "SupportsBytes": "__bytes__",
        "SupportsIndex": "__index__",
        "SupportsAbs": "__abs__",
        "SupportsRound": "__round__",
    }
    if name not in methods:
        raise AttributeError(name)

    @abstractmethod
    def method(self):
        pass

    namespace = {methods[name]: method, "__module__": "typing"}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))
