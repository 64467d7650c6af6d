# Weak references: knowing an object without keeping it alive. Containers of them are imported on first use.

from _weakref import getweakrefcount, getweakrefs, ref

__all__ = (
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "WeakSet", "WeakMethod",
    "WeakValueDictionary", "finalize", "ProxyType", "CallableProxyType", "ProxyTypes",
)

ReferenceType = ref


def __getattr__(name):
    if name in ("WeakKeyDictionary", "WeakValueDictionary"):
        from weakref import _mappings as home
    elif name == "WeakSet":
        from weakref import _sets as home
    elif name in ("proxy", "ProxyType", "CallableProxyType", "ProxyTypes"):
        from weakref import _proxies as home
    elif name in ("WeakMethod", "finalize"):
        from weakref import _callbacks as home
    else:
        raise AttributeError("module 'weakref' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made
