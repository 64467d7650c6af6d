# Enumerations whose members are also something else.
from enum import Enum

__name__ = "enum"


class ReprEnum(Enum):
    # Only the repr is that of an enumeration.
    def __str__(self):
        kind = self._member_type_
        return str.__str__(self) if kind is str else kind.__repr__(self)

    def __format__(self, spec):
        return self._member_type_.__format__(self, spec)
