# Enumerations whose members are also something else, and marks for bodies.
from enum import Enum

__name__ = "enum"


class ReprEnum(Enum):
    # Only the repr is that of an enumeration.
    def __str__(self):
        kind = self._member_type_
        return str.__str__(self) if kind is str else kind.__repr__(self)

    def __format__(self, spec):
        return self._member_type_.__format__(self, spec)


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        member = str.__new__(cls, *values)
        member._value_ = str(*values)
        return member

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class property(property):
    # Only members have it: the class may have a member of that name.
    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError("%r has no attribute" % owner)
        return self.fget(instance)


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value
