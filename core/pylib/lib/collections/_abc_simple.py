# Classes recognized by a few methods.
from abc import abstractmethod
from collections.abc import make

__name__ = "collections.abc"


@abstractmethod
def _missing(self, *args, **kwargs):
    raise NotImplementedError


def _abstract(*names):
    # Methods that a subclass must have.
    return {name: _missing for name in names}


def _from_base(name):
    from collections import abc

    return getattr(abc, name)


def __getattr__(name):
    if name == "Iterator":
        namespace = _abstract("__next__")
        namespace["__iter__"] = lambda self: self
        return make(name, (_from_base("Iterable"),), ("__iter__", "__next__"), namespace)
    if name == "Collection":
        bases = (_from_base("Sized"), _from_base("Iterable"), _from_base("Container"))
        return make(name, bases, ("__len__", "__iter__", "__contains__"), {})
    if name == "Reversible":
        return make(name, (_from_base("Iterable"),), ("__reversed__", "__iter__"), _abstract("__reversed__"))
    if name == "Generator":
        from collections._abc_generator import Generator

        return Generator
    if name == "Coroutine":
        bases = (_from_base("Awaitable"),)
        return make(name, bases, ("__await__", "send", "throw", "close"), _abstract("send", "throw", "close"))
    if name == "AsyncIterator":
        bases = (_from_base("AsyncIterable"),)
        return make(name, bases, ("__anext__", "__aiter__"), _abstract("__anext__"))
    if name == "AsyncGenerator":
        methods = ("__aiter__", "__anext__", "asend", "athrow", "aclose")
        return make(name, (_from_base("AsyncIterator"),), methods, _abstract("asend", "athrow"))
    methods = {
        "Hashable": "__hash__",
        "Iterable": "__iter__",
        "Sized": "__len__",
        "Container": "__contains__",
        "Callable": "__call__",
        "Awaitable": "__await__",
        "AsyncIterable": "__aiter__",
    }
    if name not in methods:
        raise AttributeError(name)
    namespace = _abstract(methods[name])
    if name in ("Iterable", "Container", "Callable"):
        from types import GenericAlias

        namespace["__class_getitem__"] = classmethod(GenericAlias)
    return make(name, (), (methods[name],), namespace)
