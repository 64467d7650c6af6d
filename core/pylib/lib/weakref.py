# Weak references: knowing an object without keeping it alive.

from _weakref import getweakrefcount, getweakrefs, reference_type

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "WeakSet",
    "WeakMethod", "WeakValueDictionary", "finalize",
]

ref = ReferenceType = reference_type()


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


class WeakMethod:
    # A weak reference to a bound method that dies with its receiver.
    def __init__(self, method, callback=None):
        try:
            receiver = method.__self__
            func = method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not %s" % type(method)) from None
        notify = None if callback is None else lambda gone: callback(self)
        self._receiver = ref(receiver, notify)
        self._func = ref(func)
        self._method_type = type(method)

    def __call__(self):
        receiver = self._receiver()
        func = self._func()
        if receiver is None or func is None:
            return None
        return func.__get__(receiver, type(receiver))

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            return self._receiver == other._receiver and self._func == other._func
        return NotImplemented

    def __hash__(self):
        return hash(self._receiver)


class _Mapping:
    # What both weak dictionaries share: _pairs() gives living keys and values.
    def __len__(self):
        return len(list(self._pairs()))

    def __iter__(self):
        for key, value in self._pairs():
            yield key

    def __repr__(self):
        return "<%s at 0x%08x>" % (type(self).__name__, id(self))

    def keys(self):
        return iter(self)

    def values(self):
        for key, value in self._pairs():
            yield value

    def items(self):
        return self._pairs()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self._pairs():
            del self[key]
            return key, value
        raise KeyError("%s is empty" % type(self).__name__)

    def update(self, other=(), /, **kwargs):
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        result = type(self)()
        result.update(self)
        return result

    __copy__ = copy

    def __eq__(self, other):
        return dict(self._pairs()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    __hash__ = None


class WeakValueDictionary(_Mapping):
    # A mapping whose entries go when their values die.
    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self.update(other, **kwargs)

    def _pairs(self):
        for key, held in list(self.data.items()):
            value = held()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        own = ref(self)

        def forget(gone):
            mapping = own()
            if mapping is not None and mapping.data.get(key) is gone:
                del mapping.data[key]

        self.data[key] = ref(value, forget)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        held = self.data.get(key)
        return held is not None and held() is not None

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_Mapping):
    # A mapping whose entries go when their keys die.
    def __init__(self, other=None):
        self.data = {}
        own = ref(self)

        def forget(gone):
            mapping = own()
            if mapping is not None:
                mapping.data.pop(gone, None)

        self._forget = forget
        if other is not None:
            self.update(other)

    def _pairs(self):
        for held, value in list(self.data.items()):
            key = held()
            if key is not None:
                yield key, value

    def _held(self, key):
        # The hash of a reference is asked for while its object lives, so that it can be found later.
        held = ref(key, self._forget)
        hash(held)
        return held

    def __getitem__(self, key):
        try:
            return self.data[ref(key)]
        except KeyError:
            pass
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.data[self._held(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            held = ref(key)
        except TypeError:
            return False
        return held in self.data

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    # A set whose items go when nobody else refers to them.
    def __init__(self, items=None):
        self.data = set()
        own = ref(self)

        def forget(gone):
            held = own()
            if held is not None:
                held.data.discard(gone)

        self._forget = forget
        if items is not None:
            self.update(items)

    def __iter__(self):
        for held in list(self.data):
            item = held()
            if item is not None:
                yield item

    def __len__(self):
        return len(list(iter(self)))

    def __contains__(self, item):
        try:
            held = ref(item)
        except TypeError:
            return False
        return held in self.data

    def add(self, item):
        held = ref(item, self._forget)
        hash(held)
        self.data.add(held)

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def copy(self):
        return type(self)(self)

    def update(self, items):
        for item in items:
            self.add(item)

    def union(self, other):
        return type(self)([*self, *other])

    def difference(self, other):
        return type(self)([item for item in self if item not in other])

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    __or__ = union
    __sub__ = difference
    __and__ = intersection

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


class finalize:
    # Calls a function when an object dies, once.
    _living = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self.atexit = False
        held = ref(obj, self._died)
        finalize._living[self] = (held, func, args, kwargs)

    def _died(self, gone):
        self()

    def __call__(self, _=None):
        entry = finalize._living.pop(self, None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None and finalize._living.pop(self, None):
            return obj, entry[1], entry[2], entry[3]

    def peek(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, entry[1], entry[2], entry[3]

    @property
    def alive(self):
        return self in finalize._living
