# Dictionaries whose order counts. Every dictionary keeps its order; this one compares and changes it.
__name__ = "collections"


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        if key not in self:
            raise KeyError(key)
        if last:
            value = dict.pop(self, key)
            dict.__setitem__(self, key, value)
            return
        # Everything else has to move behind it.
        for other in list(self):
            if other is not key and other != key:
                value = dict.pop(self, other)
                dict.__setitem__(self, other, value)

    def popitem(self, last=True):
        if last and self:
            return dict.popitem(self)
        for key in self:
            return key, dict.pop(self, key)
        raise KeyError("dictionary is empty")

    def __eq__(self, other):
        result = dict.__eq__(self, other)
        if result is True and isinstance(other, OrderedDict):
            return all(map(_equal, self, other))
        return result

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __repr__(self):
        from reprlib import guard

        return guard(self, "...", self._text)

    def _text(self):
        return "%s(%s)" % (type(self).__name__, list(self.items()) if self else "")

    def pop(self, key, *default, **named):
        return dict.pop(self, key, *default, *named.values())

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def copy(self):
        return type(self)(self)

    def __copy__(self):
        made = self.copy()
        attributes = getattr(self, "__dict__", None)
        if attributes:
            made.__dict__.update(attributes)
        return made

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())


def _equal(a, b):
    return a is b or a == b
