# Orders made of one comparison.
__name__ = "functools"


class _Key:
    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    def key(obj):
        return _Key(obj, mycmp)

    return key


def _derive(root, is_opposite, negate, strict):
    # `root` or its opposite, with equality mixed in: strictly `and a != b`, else `or a == b`.
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if is_opposite:
            return result
        if strict:
            return result and self != other
        return result or self == other

    return compare


def total_ordering(cls):
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    own = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = own[0]
    less, strict = root[2] == "l", root[3] == "t"
    for name in names:
        if name not in own:
            made_less, made_strict = name[2] == "l", name[3] == "t"
            negate = less != made_less
            func = _derive(root, negate and strict != made_strict, negate, made_strict)
            func.__name__ = name
            func.__qualname__ = cls.__qualname__ + "." + name
            setattr(cls, name, func)
    return cls
