# Sets with keys that need script code, and sets of anything.
# Operations by number: 0 &, 1 |, 2 -, 3 ^; 4 more for those that change the set itself.


def set_add_slow(s, key):
    h = type(key).__hash__(key)
    if table_find(s, key, h) < 0:
        _set_append(s, key, h)


def set_contains(s, key):
    if isinstance(key, set):
        key = frozenset(key)
    return table_find(s, key, type(key).__hash__(key)) >= 0


def set_discard(s, key):
    sought = frozenset(key) if isinstance(key, set) else key
    entry = table_find(s, sought, type(sought).__hash__(sought))
    if entry >= 0:
        _set_delete(s, entry)


def set_remove(s, key):
    sought = frozenset(key) if isinstance(key, set) else key
    entry = table_find(s, sought, type(sought).__hash__(sought))
    if entry < 0:
        raise KeyError(key)
    _set_delete(s, entry)


def set_fill(s, iterable):
    if type(s) is set:
        for item in iterable:
            s.add(item)
        return s
    items = set()
    for item in iterable:
        items.add(item)
    return _set_freeze(items)


def frozenset_new(cls, iterable):
    return _wrap(cls, frozenset(iterable))


def set_combine(a, other, op):
    # Changes and gives back `a`, or gives a new set.
    if op == 0:
        result = set()
        for item in other:
            if item in a:
                result.add(item)
        return result
    if op == 1:
        for item in other:
            a.add(item)
        return a
    if op == 2:
        for item in other:
            a.discard(item)
        return a
    once = set()
    for item in other:
        once.add(item)
    for item in once:
        if item in a:
            a.discard(item)
        else:
            a.add(item)
    return a


def set_method(s, others, which):
    if which == 5:
        for other in others:
            for item in list(other) if other is s else other:
                s.add(item)
        return None
    result = set(s)
    for other in others:
        result = set_combine(result, other, which & 3)
    if which >= 4:
        _set_swap(s, result)
        return None
    return result if type(s) is set else _set_freeze(result)


def set_in_place(receiver, s, other, which):
    set_method(s, (other,), which)
    return receiver


def set_compare(a, b, op):
    if not isinstance(b, (set, frozenset)):
        b = set(b)
    return compare_inclusion(a, b, op)


def set_is_disjoint(s, other):
    for item in other:
        if item in s:
            return False
    return True


def set_repr(s, name, is_plain):
    if not s:
        return name + "()"
    if not _repr_enter(s):
        return name + "(...)"
    try:
        text = "{" + ", ".join([repr(item) for item in s]) + "}"
        return text if is_plain else name + "(" + text + ")"
    finally:
        _repr_leave(s)
