# Lists whose items need script code: foreign iterables, `==` and `<` of user classes, keys of a sort.


def list_from(iterable):
    return [item for item in iterable]


def list_extend(items, iterable):
    for item in iterable:
        items.append(item)


def list_iadd(receiver, items, iterable):
    for item in iterable:
        items.append(item)
    return receiver


def list_insert(items, index, item):
    list.insert(items, to_index(index), item)


def list_index(items, value, start, stop):
    i = 0
    for item in items:
        if i >= start:
            if i >= stop:
                break
            if item is value or item == value:
                return i
        i += 1
    raise ValueError("%r is not in list" % (value,))


def list_index_missing(value):
    raise ValueError("%r is not in list" % (value,))


def list_remove(items, value, start):
    i = 0
    for item in items:
        if i >= start and (item is value or item == value):
            del items[i : i + 1]
            return
        i += 1
    raise ValueError("list.remove(x): x not in list")


def list_assign(items, key, iterable):
    if not _is_iterable(iterable):
        if key.step is None or to_index(key.step) == 1:
            raise TypeError("can only assign an iterable")
        raise TypeError("must assign iterable to extended slice")
    items[key] = [item for item in iterable]


def list_repr(items):
    if not items:
        return "[]"
    if not _repr_enter(items):
        return "[...]"
    try:
        return "[" + ", ".join([repr(item) for item in items]) + "]"
    finally:
        _repr_leave(items)


def list_sort(items, key, reverse):
    reverse = to_index(reverse)
    if reverse is None:
        raise TypeError("'NoneType' object cannot be interpreted as an integer")
    reverse = reverse != 0
    # The list looks empty while script code runs.
    taken = []
    _list_swap(items, taken)
    changed = False
    try:
        keys = taken if key is None else [key(item) for item in taken]
        if not _sort_keys(keys, taken, reverse):
            sort_rows(keys, taken, reverse)
    finally:
        changed = len(items) != 0
        _list_swap(items, taken)
    if changed:
        raise ValueError("list modified during sort")


# A stable merge sort that asks only `<`: runs as they are found, short ones filled up by binary insertion,
# then merged in pairs. Values move along with their keys; without keys both are the same list. Up to 63
# items it asks the same questions in the same order as CPython, so that errors are the same.


def sort_rows(keys, values, reverse):
    if values is keys:
        values = None
    if reverse:
        # Sorted the wrong way round and turned, so that equal items keep their order.
        keys.reverse()
        if values is not None:
            values.reverse()
    try:
        starts = sort_runs(keys, values)
        while len(starts) > 2:
            starts = sort_merge_pairs(keys, values, starts)
    finally:
        if reverse:
            keys.reverse()
            if values is not None:
                values.reverse()


def sort_runs(keys, values):
    n = len(keys)
    least = n
    rest = 0
    while least >= 64:
        rest |= least & 1
        least >>= 1
    least += rest
    starts = []
    low = 0
    while low < n:
        starts.append(low)
        high = low + 1
        if high < n:
            if keys[high] < keys[low]:
                high += 1
                while high < n and keys[high] < keys[high - 1]:
                    high += 1
                keys[low:high] = keys[low:high][::-1]
                if values is not None:
                    values[low:high] = values[low:high][::-1]
            else:
                high += 1
                while high < n and not keys[high] < keys[high - 1]:
                    high += 1
            if high < n and high - low < least:
                end = low + least
                if end > n:
                    end = n
                sort_insert(keys, values, low, high, end)
                high = end
        low = high
    starts.append(n)
    return starts


def sort_insert(keys, values, low, high, end):
    # The items low..high are sorted; those up to end are inserted one after the other.
    part = keys[low:end]
    moved = None if values is None else values[low:end]
    at = high - low
    try:
        while at < len(part):
            pivot = part[at]
            left = 0
            right = at
            while left < right:
                middle = (left + right) >> 1
                if pivot < part[middle]:
                    right = middle
                else:
                    left = middle + 1
            if left < at:
                part.insert(left, part.pop(at))
                if moved is not None:
                    moved.insert(left, moved.pop(at))
            at += 1
    finally:
        keys[low:end] = part
        if moved is not None:
            values[low:end] = moved


def sort_merge_pairs(keys, values, starts):
    merged = []
    i = 0
    while i + 2 < len(starts):
        merged.append(starts[i])
        sort_merge(keys, values, starts[i], starts[i + 1], starts[i + 2])
        i += 2
    while i < len(starts):
        merged.append(starts[i])
        i += 1
    return merged


def sort_merge(keys, values, low, middle, high):
    if not keys[middle] < keys[middle - 1]:
        return
    result = []
    moved = []
    i = low
    j = middle
    a = keys[i]
    b = keys[j]
    while True:
        if b < a:
            result.append(b)
            if values is not None:
                moved.append(values[j])
            j += 1
            if j == high:
                break
            b = keys[j]
        else:
            result.append(a)
            if values is not None:
                moved.append(values[i])
            i += 1
            if i == middle:
                break
            a = keys[i]
    # What is left of the left run goes to the end; what is left of the right one is there already.
    if i < middle:
        result.extend(keys[i:middle])
        if values is not None:
            moved.extend(values[i:middle])
    keys[low : low + len(result)] = result
    if values is not None:
        values[low : low + len(moved)] = moved
