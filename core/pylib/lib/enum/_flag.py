# Enumerations whose members combine. A combination is made when it is asked for, and kept.
from enum import Enum

__name__ = "enum"


def _is_single(value):
    return value > 0 and value & value - 1 == 0


def _binary(value, bits):
    # As many digits as the mask, the sign as a leading bit: `0b0 0101`.
    sign = "1" if value < 0 else "0"
    own = 1 << value.bit_length()
    text = bin(own + value % own)[3:]
    return "0b%s %s" % (sign, sign * (bits - len(text)) + text)


class Flag(Enum):
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        if not isinstance(highest, int):
            raise TypeError("invalid flag value %r" % (highest,))
        return 1 << highest.bit_length()

    @classmethod
    def _close(cls):
        # Which bits there are, and which of them have a name of their own.
        mask = singles = 0
        for member in cls._member_map_.values():
            value = member._value_
            if isinstance(value, int):
                mask |= value
                if _is_single(value):
                    singles |= value
        if mask:
            cls._flag_mask_ = mask
            cls._singles_mask_ = singles

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        every = (1 << mask.bit_length()) - 1
        asked = value
        if not ~every <= value <= every or value & (every ^ mask):
            boundary = cls._boundary_
            if boundary == "strict":
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s"
                    % (cls, value, _binary(value, bits), _binary(mask, bits))
                )
            if boundary == "conform":
                value &= mask
            elif boundary == "eject":
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value += every + 1
        made = cls._value2member_map_.get(value)
        if made is None:
            made = cls._combination(value)
            cls._value2member_map_[value] = made
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    @classmethod
    def _combination(cls, value):
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        names = [member._name_ for member in cls._bits_of(value & cls._singles_mask_)]
        covered = value & cls._singles_mask_
        if value & ~cls._singles_mask_:
            for member in cls._member_map_.values():
                part = member._value_
                if part and part & value == part and not _is_single(part):
                    names.append(member._name_)
                    covered |= part
        if names and value & ~covered:
            names.append("%d" % (value & ~covered))
        made._name_ = "|".join(names) if names else None
        return made

    @classmethod
    def _bits_of(cls, value):
        # Members for the bits of a value, lowest first.
        for member in sorted([m for m in cls if m._value_ & value], key=lambda m: m._value_):
            yield member

    def _is_listed(self):
        return _is_single(self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, type(self).__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return type(self)._bits_of(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (type(self).__name__, self._value_)
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (type(self).__name__, self._value_)
        return "%s.%s" % (type(self).__name__, self._name_)

    def _number(self, other):
        # The value of an operand, or None.
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other

    def __or__(self, other):
        other = self._number(other)
        return NotImplemented if other is None else type(self)(self._value_ | other)

    def __and__(self, other):
        other = self._number(other)
        return NotImplemented if other is None else type(self)(self._value_ & other)

    def __xor__(self, other):
        other = self._number(other)
        return NotImplemented if other is None else type(self)(self._value_ ^ other)

    def __invert__(self):
        if self._boundary_ in ("keep", "eject"):
            return type(self)(~self._value_)
        return type(self)(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


# Names of this form are refused in bodies.
type.__setattr__(Flag, "_boundary_", "strict")
type.__setattr__(Flag, "_flag_mask_", 0)
type.__setattr__(Flag, "_singles_mask_", 0)
