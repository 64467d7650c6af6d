# Dictionaries that forget what dies.
from _weakref import ref

__name__ = "weakref"


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
