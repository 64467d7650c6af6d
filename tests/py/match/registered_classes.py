# Sequence and mapping patterns look at what is registered with `collections.abc`, and at deques.
import collections
from collections.abc import Mapping, Sequence


class Row(Sequence):
    def __getitem__(self, i):
        return [7, 8, 9][i]

    def __len__(self):
        return 3


class Table(Mapping):
    def __getitem__(self, key):
        return {"a": 1, "b": 2}[key]

    def __iter__(self):
        return iter("ab")

    def __len__(self):
        return 2


class Late:
    def __getitem__(self, i):
        return i

    def __len__(self):
        return 2


def tell(subject):
    match subject:
        case [a, b]:
            return "two", a, b
        case [first, *rest]:
            return "many", first, rest
        case {"a": a, **rest}:
            return "table", a, rest
        case _:
            return "other"


print(tell(Row()), tell(Table()), tell(Late()))  #> ('many', 7, [8, 9]) ('table', 1, {'b': 2}) other
Sequence.register(Late)
print(tell(Late()))  #! ValueError: too many values to unpack (expected 2)
print(tell(collections.deque([1, 2])), tell(collections.deque()))
print(tell(collections.UserList([1, 2])), tell(collections.UserDict(a=5)), tell(collections.UserString("ab")))
print(tell("ab"), tell(b"ab"), tell(bytearray(b"ab")), tell({1, 2}), tell(iter([1, 2])))
