# Containers. Each lies in a submodule of its own that is imported on first use: a program pays for those
# it names.

__all__ = (
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
)


def __getattr__(name):
    if name == "deque":
        from collections import _deque as home
    elif name == "namedtuple":
        from collections import _named as home
    elif name == "defaultdict":
        from collections import _default as home
    elif name == "OrderedDict":
        from collections import _ordered as home
    elif name == "Counter":
        from collections import _counter as home
    elif name == "ChainMap":
        from collections import _chain as home
    elif name in ("UserDict", "UserList", "UserString"):
        from collections import _user as home
    elif name == "abc":
        import collections.abc as home

        return home
    else:
        raise AttributeError("module 'collections' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made
