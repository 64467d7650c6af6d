# Objects that stand for others without keeping them alive.
from _weakref import ref

__name__ = "weakref"


class _Proxy:
    # Forwards attributes and operators to the object as long as it lives.
    __slots__ = ("_ref",)

    def __init__(self, target, callback):
        if callback is None:
            object.__setattr__(self, "_ref", ref(target))
        else:
            object.__setattr__(self, "_ref", ref(target, lambda gone: callback(self)))

    def __getattr__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)

    def __repr__(self):
        target = object.__getattribute__(self, "_ref")()
        return "<weakproxy at 0x%08x to %s>" % (id(self), type(target).__name__)

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __eq__(self, other):
        return _target(self) == other

    def __add__(self, other):
        return _target(self) + other

    __hash__ = None


def _target(proxy):
    target = object.__getattribute__(proxy, "_ref")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


ProxyType = CallableProxyType = _Proxy
ProxyTypes = (_Proxy,)


def proxy(target, callback=None):
    return _Proxy(target, callback)
