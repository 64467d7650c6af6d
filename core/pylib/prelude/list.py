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


def list_index(items, value, i, stop):
    while i < stop and i < len(items):
        item = items[i]
        if item is value or item == value:
            return i
        i += 1
    raise ValueError("%r is not in list" % (value,))


def list_index_missing(value):
    raise ValueError("%r is not in list" % (value,))


def list_remove(items, value, i):
    while i < len(items):
        item = items[i]
        if item is value or item == value:
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
            order = sort_order(keys, reverse)
            taken[:] = [taken[i] for i in order]
    finally:
        changed = len(items) != 0
        _list_swap(items, taken)
    if changed:
        raise ValueError("list modified during sort")


# A stable merge sort that asks only `<`: runs as they are found, short ones filled up by insertion, then
# merged in pairs. It works on the numbers of the items.


def sort_order(keys, reverse):
    n = len(keys)
    runs = []
    i = 0
    while i < n:
        run = [i]
        i += 1
        if i < n and (keys[i - 1] < keys[i] if reverse else keys[i] < keys[i - 1]):
            run.append(i)
            i += 1
            while i < n and (keys[i - 1] < keys[i] if reverse else keys[i] < keys[i - 1]):
                run.append(i)
                i += 1
            run.reverse()
        else:
            while i < n and not (keys[i - 1] < keys[i] if reverse else keys[i] < keys[i - 1]):
                run.append(i)
                i += 1
        while i < n and len(run) < 8:
            sort_insert(keys, run, i, reverse)
            i += 1
        runs.append(run)
    while len(runs) > 1:
        merged = []
        i = 0
        while i + 1 < len(runs):
            merged.append(sort_merge(keys, runs[i], runs[i + 1], reverse))
            i += 2
        if i < len(runs):
            merged.append(runs[i])
        runs = merged
    return runs[0] if runs else runs


def sort_insert(keys, run, new, reverse):
    key = keys[new]
    low = 0
    high = len(run)
    while low < high:
        middle = (low + high) // 2
        there = keys[run[middle]]
        if there < key if reverse else key < there:
            high = middle
        else:
            low = middle + 1
    run.insert(low, new)


def sort_merge(keys, left, right, reverse):
    result = []
    i = 0
    j = 0
    a = keys[left[0]]
    b = keys[right[0]]
    while True:
        if a < b if reverse else b < a:
            result.append(right[j])
            j += 1
            if j == len(right):
                result.extend(left[i:])
                return result
            b = keys[right[j]]
        else:
            result.append(left[i])
            i += 1
            if i == len(left):
                result.extend(right[j:])
                return result
            a = keys[left[i]]
