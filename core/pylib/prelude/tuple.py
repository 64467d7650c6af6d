# Tuples whose items need script code.


def tuple_from(iterable):
    return tuple([item for item in iterable])


def tuple_new(cls, iterable):
    return _wrap(cls, tuple([item for item in iterable]))


def tuple_repr(items):
    if not items:
        return "()"
    if not _repr_enter(items):
        return "(...)"
    try:
        if len(items) == 1:
            return "(" + repr(items[0]) + ",)"
        return "(" + ", ".join([repr(item) for item in items]) + ")"
    finally:
        _repr_leave(items)


def tuple_hash(items):
    return _hash_of_items([hash(item) for item in items])


def tuple_index(items, value, i, stop):
    while i < stop:
        item = items[i]
        if item is value or item == value:
            return i
        i += 1
    raise ValueError("tuple.index(x): x not in tuple")
