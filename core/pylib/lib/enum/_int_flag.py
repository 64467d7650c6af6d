# Flags that are ints.
from enum import Flag, ReprEnum

__name__ = "enum"


class IntFlag(int, ReprEnum, Flag, boundary="keep"):
    __str__ = int.__repr__

    def __format__(self, spec):
        return int.__format__(self, spec)
