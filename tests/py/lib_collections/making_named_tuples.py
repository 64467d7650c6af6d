# A class made by namedtuple is called in every way, by itself and by what is derived from it.
from collections import namedtuple
from typing import NamedTuple

P = namedtuple("P", "x y z", defaults=[3])


class Plain(P):
    pass


class Slots(P):
    __slots__ = ()

    def total(self):
        return sum(self)


class Init(P):
    def __init__(self, *args, **kwargs):
        self.seen = args, kwargs


class New(P):
    def __new__(cls, x, y=0):
        return super().__new__(cls, x, y, x + y)


class Typed(NamedTuple):
    a: int
    b: str = "b"


for turn in range(2):
    for cls in (P, Plain, Slots, Init, New):
        for args, kwargs in (((1, 2), {}), ((1, 2, 4), {}), ((1,), {"y": 5}), ((), {"x": 1, "y": 2}), ((1,), {}), ((1, 2), {"x": 3}), ((1, 2), {"w": 3}), ((1, 2, 3, 4), {})):
            try:
                made = cls(*args, **kwargs)
                print(made, type(made) is cls, getattr(made, "seen", ""), end=" ")
            except TypeError as error:
                print(type(error).__name__, end=" ")
        print()
    print(P(1, 2), P(1, y=2), Slots(1, 2, 3).total(), Typed(1), Typed(1, "c"), Typed(b=2, a=1))
    #> P(x=1, y=2, z=3) True  P(x=1, y=2, z=4) True  P(x=1, y=5, z=3) True  P(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Plain(x=1, y=2, z=3) True  Plain(x=1, y=2, z=4) True  Plain(x=1, y=5, z=3) True  Plain(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Slots(x=1, y=2, z=3) True  Slots(x=1, y=2, z=4) True  Slots(x=1, y=5, z=3) True  Slots(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Init(x=1, y=2, z=3) True ((1, 2), {}) Init(x=1, y=2, z=4) True ((1, 2, 4), {}) Init(x=1, y=5, z=3) True ((1,), {'y': 5}) Init(x=1, y=2, z=3) True ((), {'x': 1, 'y': 2}) TypeError TypeError TypeError TypeError
    #> New(x=1, y=2, z=3) True  TypeError New(x=1, y=5, z=6) True  New(x=1, y=2, z=3) True  New(x=1, y=0, z=1) True  TypeError TypeError TypeError
    #> P(x=1, y=2, z=3) P(x=1, y=2, z=3) 6 Typed(a=1, b='b') Typed(a=1, b='c') Typed(a=1, b=2)
    #> P(x=1, y=2, z=3) True  P(x=1, y=2, z=4) True  P(x=1, y=5, z=3) True  P(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Plain(x=1, y=2, z=3) True  Plain(x=1, y=2, z=4) True  Plain(x=1, y=5, z=3) True  Plain(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Slots(x=1, y=2, z=3) True  Slots(x=1, y=2, z=4) True  Slots(x=1, y=5, z=3) True  Slots(x=1, y=2, z=3) True  TypeError TypeError TypeError TypeError
    #> Init(x=1, y=2, z=3) True ((1, 2), {}) Init(x=1, y=2, z=4) True ((1, 2, 4), {}) Init(x=1, y=5, z=3) True ((1,), {'y': 5}) Init(x=1, y=2, z=3) True ((), {'x': 1, 'y': 2}) TypeError TypeError TypeError TypeError
    #> New(x=1, y=2, z=3) True  TypeError New(x=1, y=5, z=6) True  New(x=1, y=2, z=3) True  New(x=1, y=0, z=1) True  TypeError TypeError TypeError
    #> P(x=1, y=2, z=3) P(x=1, y=2, z=3) 6 Typed(a=1, b='b') Typed(a=1, b='c') Typed(a=1, b=2)
Plain.__init__ = lambda self, *args: print("init", args)
print(Plain(1, 2), Plain(3, 4))
#> init (1, 2)
#> init (3, 4)
#> Plain(x=1, y=2, z=3) Plain(x=3, y=4, z=3)
del Plain.__init__
print(Plain(1, 2))  #> Plain(x=1, y=2, z=3)
Plain.__new__ = lambda cls, x: tuple.__new__(cls, (x, x, x))
print(Plain(1), Plain(2))  #> Plain(x=1, y=1, z=1) Plain(x=2, y=2, z=2)
p = P(1, 2)
print(p._replace(x=5), p._replace(), p._replace(z=1, y=0), Slots(1, 2)._replace(y=9), type(Slots(1, 2)._replace(y=9)).__name__)
#> P(x=5, y=2, z=3) P(x=1, y=2, z=3) P(x=1, y=0, z=1) Slots(x=1, y=9, z=3) Slots
try:
    p._replace(x=1, w=2, v=3)
except ValueError as error:
    print(error)  #> Got unexpected field names: ['w', 'v']
