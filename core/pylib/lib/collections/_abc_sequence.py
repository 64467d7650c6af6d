# Classes of what is numbered from 0 on.
from abc import abstractmethod
from collections.abc import Collection, Reversible

__name__ = "collections.abc"


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        i = len(self)
        while i > 0:
            i -= 1
            yield self[i]

    def index(self, value, start=0, stop=None):
        size = len(self)
        if start < 0:
            start = max(size + start, 0)
        if stop is not None and stop < 0:
            stop += size
        i = start
        while stop is None or i < stop:
            try:
                item = self[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self, value):
        return sum([1 for item in self if item is value or item == value])


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        i, j = 0, len(self) - 1
        while i < j:
            self[i], self[j] = self[j], self[i]
            i += 1
            j -= 1

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class ByteString(Sequence):
    __slots__ = ()


for _known in (tuple, str, range, bytes, memoryview):
    Sequence.register(_known)
for _known in (list, bytearray):
    MutableSequence.register(_known)
for _known in (bytes, bytearray):
    ByteString.register(_known)
from collections import deque as _known

MutableSequence.register(_known)
del _known
