# Checks on enumerations.
from enum import StrEnum

__name__ = "enum"


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        members = enumeration.__members__
        is_flag = hasattr(enumeration, "_close")
        for check in self.checks:
            if check is UNIQUE:
                aliases = ["%s -> %s" % (n, m._name_) for n, m in members.items() if n != m._name_]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))
            elif check is CONTINUOUS:
                self._check_gaps(name, [m._value_ for m in enumeration], is_flag)
            elif check is NAMED_FLAGS and is_flag:
                self._check_flags(name, members, enumeration)
        return enumeration

    def _check_gaps(self, name, values, is_flag):
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        wanted = range(low + 1, high)
        if is_flag:
            wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        missing = [str(value) for value in wanted if value not in values]
        if missing:
            kind = "flag" if is_flag else "enum"
            raise ValueError("invalid %s %r: missing values %s" % (kind, name, ", ".join(missing)))

    def _check_flags(self, name, members, enumeration):
        singles = enumeration._singles_mask_
        bad = [n for n, m in members.items() if m._value_ & ~singles]
        if not bad:
            return
        missing = 0
        for n in bad:
            missing |= members[n]._value_ & ~singles
        alias = "alias %s is" % bad[0] if len(bad) == 1 else "aliases %s and %s are" % (", ".join(bad[:-1]), bad[-1])
        raise ValueError(
            "invalid Flag %r: %s missing combined values of %#x [use enum.show_flag_values(value) for details]"
            % (name, alias, missing)
        )
