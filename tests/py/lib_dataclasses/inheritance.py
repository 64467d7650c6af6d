# Fields of bases, keyword-only fields, InitVar, ClassVar, slots.
from dataclasses import dataclass, field, fields, InitVar, KW_ONLY, make_dataclass, replace, asdict
from typing import ClassVar
@dataclass
class A:
    x: int
    y: int = 2
@dataclass
class B(A):
    z: int = 3
    y: int = 20
print(B(1), [f.name for f in fields(B)], B(1) == A(1), isinstance(B(1), A))
#> B(x=1, y=20, z=3) ['x', 'y', 'z'] False True
class C(A):
    def extra(self): return self.x
print(C(1), C(1).extra(), C(1) == A(1))  #> C(x=1, y=2) 1 False
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int
    c: int = 9
print(K(1, b=2), K.__match_args__)  #> K(a=1, b=2, c=9) ('a',)
@dataclass(kw_only=True)
class L:
    a: int = 1
    b: int
print(L(b=3), L(b=1, a=2))  #> L(a=1, b=3) L(a=2, b=1)
@dataclass
class D:
    a: int
    scale: InitVar[int]
    extra: InitVar[int] = 100
    count: ClassVar[int] = 7
    def __post_init__(self, scale, extra): self.a = self.a * scale + extra
print(D(2, 3), D(2, 3, 4), D.count, [f.name for f in fields(D)])  #> D(a=106) D(a=10) 7 ['a']
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1); print(s, S.__slots__, hasattr(s, "__dict__"))  #> S(a=1, b=2) ('a', 'b') False
try:
    s.c = 5
except AttributeError as error:
    print("no attribute c")  #> no attribute c
M = make_dataclass("M", ["x", ("y", int), ("z", int, 5)]); print(M(1, 2), M.__name__)
#> M(x=1, y=2, z=5) M
@dataclass(unsafe_hash=True)
class H:
    a: int
    b: list = field(default_factory=list, hash=False)
print(hash(H(1)) == hash(H(1, [2])))  #> True
@dataclass(frozen=True, order=True)
class Z:
    a: int
    b: int = field(default=0, compare=False)
z = Z(1, 2)
for call in (lambda: setattr(z, "a", 5), lambda: delattr(z, "a"), lambda: setattr(z, "new", 5)):
    try:
        call()
    except AttributeError as error:
        print(type(error).__name__, error)
        #> FrozenInstanceError cannot assign to field 'a'
        #> FrozenInstanceError cannot delete field 'a'
        #> FrozenInstanceError cannot assign to field 'new'
print(z, Z(1, 5) == z, Z(1) < Z(2), replace(z, a=3))  #> Z(a=1, b=2) True True Z(a=3, b=2)
@dataclass
class Base:
    def __init__(self): self.made = "by base"
    v: int = 0
print(Base().made, Base().v)  #> by base 0
@dataclass
class Late(A):
    w: list = field(default_factory=lambda: [1])
    def __post_init__(self): self.sum = self.x + self.y
print(Late(1), Late(1).sum, Late(1, w=[]).w, vars(Late(5)))
#> Late(x=1, y=2, w=[1]) 3 [] {'x': 5, 'y': 2, 'w': [1], 'sum': 7}
