# Ranges whose parts need more than 64 bits, and what must be searched item by item.


def range_new(start, stop, step):
    return range(to_index(start), to_index(stop), to_index(step))


def range_size(r):
    start = r.start
    stop = r.stop
    step = r.step
    if step > 0:
        return (stop - start - 1) // step + 1 if start < stop else 0
    return (start - stop - 1) // -step + 1 if start > stop else 0


def range_len(r):
    size = range_size(r)
    if size > 0x7FFFFFFFFFFFFFFF:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return size


def range_bool(r):
    return range_size(r) > 0


def range_reversed(r):
    last = r.start + (range_size(r) - 1) * r.step
    return iter(range(last, r.start - r.step, -r.step))


def range_repr(r):
    if r.step == 1:
        return "range(%d, %d)" % (r.start, r.stop)
    return "range(%d, %d, %d)" % (r.start, r.stop, r.step)


def range_identity(r):
    size = range_size(r)
    return (size, r.start if size else None, r.step if size > 1 else None)


def range_hash(r):
    return hash(range_identity(r))


def range_equal(a, b, negated):
    return (range_identity(a) == range_identity(b)) != negated


def range_has_int(r, value):
    if r.step > 0:
        inside = r.start <= value < r.stop
    else:
        inside = r.stop < value <= r.start
    return inside and (value - r.start) % r.step == 0


def range_contains(r, value):
    if type(value) is int or type(value) is bool:
        return range_has_int(r, value)
    for item in r:
        if item == value:
            return True
    return False


def range_count(r, value):
    if type(value) is int or type(value) is bool:
        return 1 if range_has_int(r, value) else 0
    count = 0
    for item in r:
        if item == value:
            count += 1
    return count


def range_index(r, value):
    if type(value) is int or type(value) is bool:
        if range_has_int(r, value):
            return (value - r.start) // r.step
        raise ValueError("%r is not in range" % (value,))
    i = 0
    for item in r:
        if item == value:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def range_slice(r, s):
    start, stop, step = slice_indices(s, range_size(r))
    return range(r.start + start * r.step, r.start + stop * r.step, step * r.step)


def range_item(r, i):
    size = range_size(r)
    i = to_index(i)
    if i < 0:
        i += size
    if i < 0 or i >= size:
        raise IndexError("range object index out of range")
    return r.start + i * r.step


def range_step(it, r, i):
    value = r.start + i * r.step
    if value >= r.stop if r.step > 0 else value <= r.stop:
        _iter_finish(it)
        raise StopIteration
    _iter_advance(it, i + 1)
    return value
