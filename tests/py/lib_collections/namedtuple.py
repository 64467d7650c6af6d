# Named tuples: making, reading, replacing, defaults.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p.y, p[0], p[-1], p == (1, 2), len(p), list(p), hash(p) == hash((1, 2)))
#> P(x=1, y=2) 1 2 1 2 True 2 [1, 2] True
x, y = p
print(x, y, P._fields, P._field_defaults, P.__match_args__, P.__name__, P.__bases__)
#> 1 2 ('x', 'y') {} ('x', 'y') P (<class 'tuple'>,)
print(p._replace(x=5), p._asdict(), P._make([7, 8]), p + (3,), P(*"ab"), P(**{"x": 0, "y": 1}))
#> P(x=5, y=2) {'x': 1, 'y': 2} P(x=7, y=8) (1, 2, 3) P(x='a', y='b') P(x=0, y=1)
D = namedtuple("D", ["a", "b", "c"], defaults=(10, None))
print(D(1), D(1, 2), D(1, c=3), D._field_defaults)
#> D(a=1, b=10, c=None) D(a=1, b=2, c=None) D(a=1, b=10, c=3) {'b': 10, 'c': None}
R = namedtuple("R", "a class a _z 1x ok", rename=True)
print(R._fields)  #> ('a', '_1', '_2', '_3', '_4', 'ok')
print(namedtuple("C", "a, b,c")._fields, namedtuple("E", "")(), namedtuple("M", "q", module="m").__module__, P.__module__)
#> ('a', 'b', 'c') E() m __main__
class Q(namedtuple("Q", "x y")):
    __slots__ = ()
    @property
    def total(self): return self.x + self.y
    def __str__(self): return "Q!"
q = Q(3, 4)
print(q.total, str(q), repr(q), q._replace(y=5), type(q._replace(y=1)) is Q)
#> 7 Q! Q(x=3, y=4) Q! True
class N(namedtuple("N", "a b")):
    def __new__(cls, a, b=9):
        return super().__new__(cls, a, b)
print(N(1), N(1, 2))  #> N(a=1, b=9) N(a=1, b=2)
print(sorted([P(2, 1), P(1, 5)]), {P(1, 2): "v"}[(1, 2)], P(1, 2) < P(1, 3), isinstance(p, tuple))
#> [P(x=1, y=5), P(x=2, y=1)] v True True
match p:
    case P(a, y=b):
        print(a, b)  #> 1 2
for call in (lambda: P(1), lambda: P(), lambda: P(1, 2, 3), lambda: P(1, 2, z=3), lambda: P(1, x=2), lambda: P._make([1]),
             lambda: p._replace(z=1), lambda: setattr(p, "z", 1), lambda: D(), lambda: D(1, 2, 3, 4), lambda: p.w,
             lambda: namedtuple("T", "a b c d")(1)):
    try:
        call()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
        #> TypeError P.__new__() missing 1 required positional argument: 'y'
        #> TypeError P.__new__() missing 2 required positional arguments: 'x' and 'y'
        #> TypeError P.__new__() takes 3 positional arguments but 4 were given
        #> TypeError P.__new__() got an unexpected keyword argument 'z'
        #> TypeError P.__new__() got multiple values for argument 'x'
        #> TypeError Expected 2 arguments, got 1
        #> ValueError Got unexpected field names: ['z']
        #> AttributeError 'P' object has no attribute 'z'
        #> TypeError D.__new__() missing 1 required positional argument: 'a'
        #> TypeError D.__new__() takes from 2 to 4 positional arguments but 5 were given
        #> AttributeError 'P' object has no attribute 'w'
        #> TypeError T.__new__() missing 3 required positional arguments: 'b', 'c', and 'd'
for args in (("A", "a a"), ("A", "_a"), ("A", "class"), ("class", "a"), ("A", "1a"), ("1A", "a"), ("A", "a-b"), ("A", "a", 0)):
    try:
        namedtuple(*args[:2], **({"defaults": (1, 2)} if len(args) > 2 else {}))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> ValueError Encountered duplicate field name: 'a'
        #> ValueError Field names cannot start with an underscore: '_a'
        #> ValueError Type names and field names cannot be a keyword: 'class'
        #> ValueError Type names and field names cannot be a keyword: 'class'
        #> ValueError Type names and field names must be valid identifiers: '1a'
        #> ValueError Type names and field names must be valid identifiers: '1A'
        #> ValueError Type names and field names must be valid identifiers: 'a-b'
        #> TypeError Got more default values than field names
try:
    p.x = 5
except AttributeError:
    print("read only")  #> read only
