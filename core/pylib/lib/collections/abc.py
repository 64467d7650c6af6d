# Classes that are what others do. Each is made on first use: those with one method here from a line, the
# others in submodules.
from abc import ABCMeta

__all__ = (
    "Awaitable", "Coroutine", "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container",
    "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView",
    "ValuesView", "Sequence", "MutableSequence", "ByteString", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
)


def has_methods(cls, names):
    """What `__subclasshook__` answers for a class that has all these methods, None standing for "no"."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


@classmethod
def __subclasshook__(cls, other):
    # A class of this module that is recognized by its methods names them in `_methods`.
    names = cls.__dict__.get("_methods")
    return NotImplemented if names is None else has_methods(other, names)


def make(name, bases, methods, namespace):
    """A class of this module that is recognized by its methods."""
    namespace["__module__"] = "collections.abc"
    namespace["__slots__"] = ()
    namespace["_methods"] = methods
    namespace["__subclasshook__"] = __subclasshook__
    return ABCMeta(name, bases, namespace)


def __getattr__(name):
    if name in ("Sequence", "MutableSequence", "ByteString"):
        from collections import _abc_sequence as home
    elif name in ("Set", "MutableSet"):
        from collections import _abc_set as home
    elif name in ("Mapping", "MutableMapping"):
        from collections import _abc_mapping as home
    elif name in ("MappingView", "KeysView", "ItemsView", "ValuesView"):
        from collections import _abc_views as home
    elif name in __all__:
        from collections import _abc_simple as home
    else:
        raise AttributeError("module 'collections.abc' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made
