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
class C(A):
    def extra(self): return self.x
print(C(1), C(1).extra(), C(1) == A(1))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int
    c: int = 9
print(K(1, b=2), K.__match_args__)
@dataclass(kw_only=True)
class L:
    a: int = 1
    b: int
print(L(b=3), L(b=1, a=2))
@dataclass
class D:
    a: int
    scale: InitVar[int]
    extra: InitVar[int] = 100
    count: ClassVar[int] = 7
    def __post_init__(self, scale, extra): self.a = self.a * scale + extra
print(D(2, 3), D(2, 3, 4), D.count, [f.name for f in fields(D)])
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s = S(1); print(s, S.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 5
except AttributeError as error:
    print("no attribute c")
M = make_dataclass("M", ["x", ("y", int), ("z", int, 5)]); print(M(1, 2), M.__name__)
@dataclass(unsafe_hash=True)
class H:
    a: int
    b: list = field(default_factory=list, hash=False)
print(hash(H(1)) == hash(H(1, [2])))
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
print(z, Z(1, 5) == z, Z(1) < Z(2), replace(z, a=3))
@dataclass
class Base:
    def __init__(self): self.made = "by base"
    v: int = 0
print(Base().made, Base().v)
@dataclass
class Late(A):
    w: list = field(default_factory=lambda: [1])
    def __post_init__(self): self.sum = self.x + self.y
print(Late(1), Late(1).sum, Late(1, w=[]).w, vars(Late(5)))
