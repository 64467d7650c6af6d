# Comparing rows item by item, and ints asked for by `__index__`.
# Operators by number: 0 <, 1 <=, 2 >, 3 >=, 4 ==, 5 !=.


def to_index(value):
    if type(value) is int or value is None:
        return value
    if type(value) is slice:
        return slice(slice_part(value.start), slice_part(value.stop), slice_part(value.step))
    ask = getattr(type(value), "__index__", None)
    if ask is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    result = ask(value)
    if not isinstance(result, int):
        raise TypeError("__index__ returned non-int (type %s)" % type(result).__name__)
    return result


def slice_part(value):
    if value is None or hasattr(type(value), "__index__"):
        return to_index(value)
    raise TypeError("slice indices must be integers or None or have an __index__ method")


def retry_with_index(cls, name, obj, index, *rest):
    return getattr(cls, name)(obj, to_index(index), *rest)


def compare_items(a, b, op):
    if op == 0:
        return a < b
    if op == 1:
        return a <= b
    if op == 2:
        return a > b
    if op == 3:
        return a >= b
    if op == 4:
        return a == b
    return a != b


def compare_rows(a, b, op):
    n = len(a)
    m = len(b)
    if op >= 4 and n != m:
        return op == 5
    if m < n:
        n = m
    i = 0
    try:
        while i < n:
            x = a[i]
            y = b[i]
            if x is not y and not x == y:
                if op >= 4:
                    return op == 5
                return compare_items(x, y, op)
            i += 1
    except IndexError:
        # A comparison may shorten the rows, or raise the same error.
        if i < len(a) and i < len(b):
            raise
    return compare_items(len(a), len(b), op)


def row_contains(items, value, start):
    i = 0
    for item in items:
        if i >= start and (item is value or item == value):
            return True
        i += 1
    return False


def row_count(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            count += 1
    return count


def row_index_bounds(items, value, start=0, stop=0x7FFFFFFFFFFFFFFF):
    cls = list if isinstance(items, list) else tuple
    return cls.index(items, value, to_index(start), to_index(stop))


# Sets and views are ordered by inclusion.


def all_in(a, b):
    for item in a:
        if item not in b:
            return False
    return True


def compare_inclusion(a, b, op):
    n = len(a)
    m = len(b)
    if op == 0:
        return n < m and all_in(a, b)
    if op == 1:
        return n <= m and all_in(a, b)
    if op == 2:
        return n > m and all_in(b, a)
    if op == 3:
        return n >= m and all_in(b, a)
    return (n == m and all_in(a, b)) == (op == 4)


def slice_compare(a, b, op):
    if a is b:
        return op == 1 or op == 3 or op == 4
    return compare_rows((a.start, a.stop, a.step), (b.start, b.stop, b.step), op)


def slice_repr(s):
    return "slice(%r, %r, %r)" % (s.start, s.stop, s.step)


def slice_bound(value, absent, low, high, length):
    if value is None:
        return absent
    value = slice_part(value)
    if value < 0:
        value += length
    return low if value < low else high if value > high else value


def slice_indices(s, length):
    length = to_index(length)
    if length < 0:
        raise ValueError("length should not be negative")
    step = 1 if s.step is None else slice_part(s.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if step > 0:
        low, high = 0, length
        start, stop = low, high
    else:
        low, high = -1, length - 1
        start, stop = high, low
    start = slice_bound(s.start, start, low, high, length)
    stop = slice_bound(s.stop, stop, low, high, length)
    return start, stop, step
