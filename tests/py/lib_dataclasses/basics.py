# Generated methods: init, repr, eq, order, hash.
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass
@dataclass
class P:
    x: int
    y: int = 5
    tags: list = field(default_factory=list, repr=False)
    hidden: int = field(default=0, compare=False)
    def total(self): return self.x + self.y
p = P(1)
print(p, p.total(), p == P(1, 5), p == P(2), p == 1, P(1, hidden=7) == p, P(y=2, x=1), p.tags is P(1).tags, P.y, hasattr(P, "tags"), P.__match_args__)
#> P(x=1, y=5, hidden=0) 6 True False False True P(x=1, y=2, hidden=0) False 5 False ('x', 'y', 'tags', 'hidden')
p.tags.append(1); p.x = 9; print(p.tags, p, replace(p, y=0), [f.name for f in fields(P)], fields(p)[1].default, fields(P)[0].type, is_dataclass(P), is_dataclass(p), is_dataclass(5))
#> [1] P(x=9, y=5, hidden=0) P(x=9, y=0, hidden=0) ['x', 'y', 'tags', 'hidden'] 5 <class 'int'> True True False
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
print(sorted([V(2), V(1, 5), V(1)]), V(1) < V(1, 1), V(2) >= V(2), max(V(1), V(3)))
#> [V(major=1, minor=0), V(major=1, minor=5), V(major=2, minor=0)] True True V(major=3, minor=0)
@dataclass(frozen=True)
class F:
    a: int
    b: tuple = ()
print(F(1), hash(F(1)) == hash(F(1)), {F(1): "k"}[F(1)], F(1, (2,)) == F(1, (2,)))
#> F(a=1, b=()) True k True
@dataclass
class In:
    ps: list
    d: dict
    v: V
i = In([V(1), V(2)], {"k": V(3)}, V(4))
print(asdict(i), astuple(i), asdict(V(1), dict_factory=list))
#> {'ps': [{'major': 1, 'minor': 0}, {'major': 2, 'minor': 0}], 'd': {'k': {'major': 3, 'minor': 0}}, 'v': {'major': 4, 'minor': 0}} ([(1, 0), (2, 0)], {'k': (3, 0)}, (4, 0)) [('major', 1), ('minor', 0)]
@dataclass
class Post:
    a: int
    b: int = field(init=False)
    c: list = field(init=False, default_factory=list)
    def __post_init__(self): self.b = self.a * 2
print(Post(4), Post(4).c)  #> Post(a=4, b=8, c=[]) []
@dataclass(repr=False, eq=False)
class Bare:
    x: int = 1
print(Bare() == Bare(), "Bare object" in repr(Bare()), P.__hash__ is None, Bare.__hash__ is not None)
#> False True True True
@dataclass
class Own:
    x: int
    def __repr__(self): return "own!"
    def __eq__(self, other): return True
print(Own(1), Own(1) == 5)  #> own! True
@dataclass
class Node:
    value: int
    next: "Node" = None
n = Node(1); n.next = n; print(n, Node(1, Node(2)))
#> Node(value=1, next=...) Node(value=1, next=Node(value=2, next=None))
match V(3, 4):
    case V(a, minor=b): print(a, b)  #> 3 4
class Outer:
    @dataclass
    class Inner:
        z: int = 0
print(Outer.Inner())  #> Outer.Inner(z=0)
