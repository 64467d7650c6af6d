# Functions that look into data classes.
from dataclasses import _INIT, _INIT_VAR, _CLASS_VAR, MISSING, Field, dataclass

__name__ = "dataclasses"


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([one for one in found.values() if not one._flags & (_INIT_VAR | _CLASS_VAR)])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _check_instance(obj, function):
    if not hasattr(type(obj), "__dataclass_fields__"):
        raise TypeError(function + "() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    _check_instance(obj, "asdict")
    return _as_dict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    _check_instance(obj, "astuple")
    return _as_tuple(obj, tuple_factory)


def _as_dict(obj, factory):
    return factory([(one.name, _inner(getattr(obj, one.name), _as_dict, factory)) for one in fields(obj)])


def _as_tuple(obj, factory):
    return factory([_inner(getattr(obj, one.name), _as_tuple, factory) for one in fields(obj)])


def _inner(value, make, factory):
    own = type(value)
    if own in (int, str, float, bool, bytes) or value is None:
        return value
    if hasattr(own, "__dataclass_fields__"):
        return make(value, factory)
    if isinstance(value, (list, tuple)):
        items = [_inner(item, make, factory) for item in value]
        return own(*items) if hasattr(value, "_fields") else own(items)
    if isinstance(value, dict):
        pairs = [(_inner(key, make, factory), _inner(item, make, factory)) for key, item in value.items()]
        if hasattr(own, "default_factory"):
            made = own(value.default_factory)
            made.update(pairs)
            return made
        return own(pairs)
    from copy import deepcopy

    return deepcopy(value)


def replace(obj, /, **changes):
    _check_instance(obj, "replace")
    for one in obj.__dataclass_fields__.values():
        if one._flags & _CLASS_VAR:
            continue
        if not one._flags & _INIT:
            if one.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % one.name)
        elif one.name not in changes:
            if one._flags & _INIT_VAR and one.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % one.name)
            if not one._flags & _INIT_VAR:
                changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    from keyword import iskeyword

    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        name, kind = item if isinstance(item, str) else item[0], "typing.Any"
        if not isinstance(item, str):
            kind = item[1]
            if len(item) == 3:
                namespace[name] = item[2]
            elif len(item) != 2:
                raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % name)
        if name in annotations:
            raise TypeError("Field name duplicated: %r" % name)
        annotations[name] = kind
    namespace["__annotations__"] = annotations
    namespace.setdefault("__module__", "types")
    return dataclass(type(cls_name, bases, namespace), **options)
