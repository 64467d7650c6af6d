# Dicts with keys that need script code to be hashed or compared, and updates from anything.


def table_find(table, key, h):
    # The entry of a key in a dict or set, or -1. A comparison may change the table: it is searched again then.
    n = 0
    while True:
        entry = _table_search(table, key, h, n)
        if entry >= -1:
            return entry
        entry = -2 - entry
        there = _table_key(table, entry)
        equal = True if there == key else False
        if _table_key(table, entry) is not there:
            n = 0
        elif equal:
            return entry
        else:
            n += 1


def dict_get_item(receiver, d, key):
    entry = table_find(d, key, type(key).__hash__(key))
    if entry >= 0:
        return _dict_value(d, entry)
    if receiver is not d:
        missing = getattr(type(receiver), "__missing__", None)
        if missing is not None:
            return missing(receiver, key)
    raise KeyError(key)


def dict_missing(method, receiver, key):
    return type(receiver).__missing__(receiver, key)


def dict_set_item(d, key, value):
    h = type(key).__hash__(key)
    entry = table_find(d, key, h)
    if entry >= 0:
        _dict_set_value(d, entry, value)
    else:
        _dict_append(d, key, h, value)


def dict_del_item(d, key):
    entry = table_find(d, key, type(key).__hash__(key))
    if entry < 0:
        raise KeyError(key)
    _dict_delete(d, entry)


def dict_contains(d, key):
    return table_find(d, key, type(key).__hash__(key)) >= 0


def dict_get(d, key, default):
    entry = table_find(d, key, type(key).__hash__(key))
    return _dict_value(d, entry) if entry >= 0 else default


def dict_set_default(d, key, default):
    h = type(key).__hash__(key)
    entry = table_find(d, key, h)
    if entry >= 0:
        return _dict_value(d, entry)
    _dict_append(d, key, h, default)
    return default


def dict_pop(d, key, *default):
    entry = table_find(d, key, type(key).__hash__(key))
    if entry >= 0:
        return _dict_take(d, entry)
    if default:
        return default[0]
    raise KeyError(key)


def dict_fill(d, other, keywords):
    dict_update(d, other, keywords)
    return d


def dict_ior(receiver, d, other):
    dict_update(d, other, None)
    return receiver


def dict_update(d, other, keywords):
    if type(other) is dict:
        for key, value in other.items():
            d[key] = value
    elif hasattr(other, "keys"):
        for key in other.keys():
            d[key] = other[key]
    else:
        n = 0
        for pair in other:
            if type(pair) is not tuple and type(pair) is not list:
                if not _is_iterable(pair):
                    raise TypeError("cannot convert dictionary update sequence element #%d to a sequence" % n)
                pair = list(pair)
            if len(pair) != 2:
                raise ValueError(
                    "dictionary update sequence element #%d has length %d; 2 is required" % (n, len(pair))
                )
            d[pair[0]] = pair[1]
            n += 1
    if keywords is not None:
        for key, value in keywords.items():
            d[key] = value


def dict_from_keys(cls, iterable, value):
    d = cls()
    for key in iterable:
        d[key] = value
    return d


def dict_repr(d):
    if not d:
        return "{}"
    if not _repr_enter(d):
        return "{...}"
    try:
        return "{" + ", ".join([repr(key) + ": " + repr(value) for key, value in d.items()]) + "}"
    finally:
        _repr_leave(d)


def dict_equal(a, b, negated):
    if len(a) != len(b):
        return negated
    for key, value in a.items():
        entry = table_find(b, key, type(key).__hash__(key))
        if entry < 0:
            return negated
        other = _dict_value(b, entry)
        if other is not value and not other == value:
            return negated
    return not negated


def items_contains(d, key, value):
    entry = table_find(d, key, type(key).__hash__(key))
    if entry < 0:
        return False
    there = _dict_value(d, entry)
    return True if there is value or there == value else False


def view_repr(view):
    if not _repr_enter(view):
        return "..."
    try:
        return type(view).__name__ + "(" + repr(list(view)) + ")"
    finally:
        _repr_leave(view)


def view_is_disjoint(view, other):
    for item in other:
        if item in view:
            return False
    return True


def is_set_view(x):
    return type(x) is type({}.keys()) or type(x) is type({}.items())


def view_common(view, other):
    # Which of two equal keys is taken is decided as CPython does.
    if not is_set_view(view):
        view, other = other, view
    if type(other) is set and len(view) <= len(other):
        return other.intersection(view)
    if is_set_view(other) and len(other) > len(view):
        view, other = other, view
    result = set()
    for item in other:
        if item in view:
            result.add(item)
    return result


def view_operation(a, b, which):
    # 0 &, 1 |, 2 -, 3 ^
    if which == 0:
        return view_common(a, b)
    result = set(a)
    if which == 1:
        result.update(b)
    elif which == 2:
        result.difference_update(b)
    else:
        result.symmetric_difference_update(b)
    return result


def view_compare(a, b, op):
    return compare_inclusion(a, b, op)
