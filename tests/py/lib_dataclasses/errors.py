# What data classes refuse.
from dataclasses import dataclass, field, replace, fields, asdict
@dataclass
class P:
    x: int
    y: int
    z: int = 0
    k: int = field(default=1, kw_only=True)
@dataclass
class Q:
    a: int
@dataclass(frozen=True)
class F:
    a: int
def order():
    @dataclass
    class C:
        a: int = 1
        b: int
def mutable():
    @dataclass
    class C:
        a: list = []
def both(): field(default=1, default_factory=list)
def no_eq():
    @dataclass(order=True, eq=False)
    class C: a: int
def own_lt():
    @dataclass(order=True)
    class C:
        a: int
        def __lt__(self, other): return True
def thaw():
    @dataclass
    class C(F): b: int
def freeze():
    @dataclass(frozen=True)
    class C(Q): b: int
def untyped():
    @dataclass
    class C:
        a = field()
@dataclass
class NoInit:
    a: int = field(init=False, default=1)
for call in (lambda: P(), lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: P(1, 2, x=3), lambda: Q(), lambda: Q(1, 2), lambda: P(1, 2, 3, 4, k=1), order, mutable, both, no_eq, own_lt, thaw, freeze, untyped, lambda: Q(1) < Q(2), lambda: hash(Q(1)), lambda: replace(Q(1), b=2), lambda: replace(NoInit(), a=2), lambda: fields(5), lambda: asdict(5), lambda: Q(b=1), lambda: asdict(Q)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
