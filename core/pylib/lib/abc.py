# Abstract base classes. What is abstract lies in `__abstractmethods__` of a class, who only says that he is a
# subclass in `_abc_registry`; neither is there when it would be empty. Nothing is remembered of questions
# that were asked.
from _abc import set_abstract as _set_abstract
from _weakref import ref as _ref

_NONE = frozenset()


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names) if names else _NONE


def _note_abstract(cls, names):
    if names != getattr(cls, "__abstractmethods__", None):
        cls.__abstractmethods__ = names
    _set_abstract(cls, bool(names))


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _note_abstract(cls, _abstract_names(cls, namespace))
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        # A tuple: most classes have none or few. Nobody lives for being registered.
        known = [one for one in cls.__dict__.get("_abc_registry", ()) if one() is not None]
        cls._abc_registry = (*known, _ref(subclass))
        return subclass

    def __instancecheck__(cls, instance):
        own = type(instance)
        if cls in own.__mro__ or cls.__subclasscheck__(own):
            return True
        claimed = instance.__class__
        return claimed is not own and cls.__subclasscheck__(claimed)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for one in cls.__dict__.get("_abc_registry", ()):
            known = one()
            if known is not None and issubclass(subclass, known):
                return True
        for below in cls.__subclasses__():
            if issubclass(subclass, below):
                return True
        return False


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def __getattr__(name):
    base = {"abstractproperty": property, "abstractclassmethod": classmethod, "abstractstaticmethod": staticmethod}
    if name not in base:
        raise AttributeError("module 'abc' has no attribute %r" % name)
    return type(name, (base[name],), {"__isabstractmethod__": True})


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _note_abstract(cls, _abstract_names(cls, cls.__dict__))
    return cls


def get_cache_token():
    return 0
