# A list with room in front.
#
#     _items  | gap: None ... | first ... last |
#                             ^ _head
#
# Taking from the left widens the gap; when it is more than a quarter it is cut away. Adding on the left
# fills it, or makes a new one of an eighth, so that both cost the same on average however long the deque.
# What looks at all items closes the gap first and then leaves the work to the list.
__name__ = "collections"


class deque:
    __slots__ = ("_items", "_head", "maxlen")

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0
        self.maxlen = maxlen
        self.extend(iterable)

    def _close(self):
        items = self._items
        if self._head:
            del items[: self._head]
            self._head = 0
        return items

    def append(self, item):
        items = self._items
        items.append(item)
        if self.maxlen is not None and len(items) - self._head > self.maxlen:
            self.popleft()

    def appendleft(self, item):
        items = self._items
        head = self._head
        if self.maxlen is not None and len(items) - head >= self.maxlen:
            if not self.maxlen:
                return
            items.pop()
        if not head:
            head = len(items) // 8 + 2
            items[:0] = [None] * head
        self._head = head = head - 1
        items[head] = item

    def pop(self):
        items = self._items
        if self._head < len(items):
            return items.pop()
        raise IndexError("pop from an empty deque")

    def popleft(self):
        items = self._items
        head = self._head
        if not head and 0 < len(items) < 33:
            # So few move faster than anything here runs.
            return items.pop(0)
        if head >= len(items):
            raise IndexError("pop from an empty deque")
        item = items[head]
        items[head] = None
        self._head = head = head + 1
        if head * 4 > len(items) + 16 or head == len(items):
            del items[:head]
            self._head = 0
        return item

    def extend(self, iterable):
        items = self._items
        items.extend(list(iterable) if iterable is self else iterable)
        if self.maxlen is not None and len(items) - self._head > self.maxlen:
            del items[: len(items) - self.maxlen]
            self._head = 0

    def extendleft(self, iterable):
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def clear(self):
        self._items.clear()
        self._head = 0

    def copy(self):
        return type(self)(self) if self.maxlen is None else type(self)(self, self.maxlen)

    __copy__ = copy

    def count(self, value):
        return self._close().count(value)

    def index(self, value, *bounds):
        try:
            return self._close().index(value, *bounds)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,)) from None

    def insert(self, index, value):
        items = self._close()
        if self.maxlen is not None and len(items) >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        items.insert(index, value)

    def remove(self, value):
        try:
            self._close().remove(value)
        except ValueError:
            raise ValueError("%r is not in deque" % (value,)) from None

    def reverse(self):
        self._close().reverse()

    def rotate(self, n=1):
        size = len(self)
        if size < 2:
            return
        if n == 1:
            self.appendleft(self._items.pop())
        elif n == -1:
            self._items.append(self.popleft())
        else:
            items = self._close()
            n %= size
            if n:
                end = items[-n:]
                del items[-n:]
                items[:0] = end

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return self._head < len(self._items)

    def _place(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        place = index + self._head if index >= 0 else index + len(self._items)
        if self._head <= place < len(self._items):
            return place
        raise IndexError("deque index out of range")

    def __getitem__(self, index):
        head = self._head
        if type(index) is int and index >= 0:
            items = self._items
            index += head
            if index < len(items):
                return items[index]
            raise IndexError("deque index out of range")
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        place = self._place(index)
        del self._items[place]

    def __contains__(self, value):
        return value in self._close()

    def __iter__(self):
        items = self._close()
        return self._steps(items, len(items), items)

    def __reversed__(self):
        items = self._close()
        return self._steps(items, len(items), reversed(items))

    def _steps(self, items, size, steps):
        first = items[0] if size else None
        for item in steps:
            yield item
            if len(items) != size or self._head or items[0] is not first:
                raise RuntimeError("deque mutated during iteration")

    def __repr__(self):
        from reprlib import guard

        return guard(self, "[...]", self._text)

    def _text(self):
        end = "" if self.maxlen is None else ", maxlen=%d" % self.maxlen
        return "%s(%r%s)" % (type(self).__name__, self._close(), end)

    def __eq__(self, other):
        return self._close() == other._close() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._close() < other._close() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._close() <= other._close() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._close() > other._close() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._close() >= other._close() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        made = type(self)((), self.maxlen)
        made.extend(self._close() * count)
        return made

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items = self._close() * count
        self.extend(())
        return self

    def __reduce__(self):
        args = () if self.maxlen is None else ((), self.maxlen)
        return type(self), args, None, iter(self)

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)
