# Sets that forget what dies.
from _weakref import ref

__name__ = "weakref"


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

    def symmetric_difference(self, other):
        other = type(self)(other)
        return type(self)([*(self - other), *(other - self)])

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        kept = self.intersection(other)
        self.data.clear()
        self.update(kept)

    def symmetric_difference_update(self, other):
        kept = self.symmetric_difference(other)
        self.data.clear()
        self.update(kept)

    def issubset(self, other):
        return set(self) <= set(other)

    def issuperset(self, other):
        return set(self) >= set(other)

    def isdisjoint(self, other):
        return set(self).isdisjoint(other)

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    __or__ = union
    __sub__ = difference
    __and__ = intersection
    __xor__ = symmetric_difference
    __le__ = issubset
    __ge__ = issuperset

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return repr(self.data)
