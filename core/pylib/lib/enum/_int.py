# Members that are ints.
from enum import ReprEnum

__name__ = "enum"


class IntEnum(int, ReprEnum):
    pass
