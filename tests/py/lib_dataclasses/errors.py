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
        #> TypeError P.__init__() missing 2 required positional arguments: 'x' and 'y'
        #> TypeError P.__init__() missing 1 required positional argument: 'y'
        #> TypeError P.__init__() takes from 3 to 4 positional arguments but 5 were given
        #> TypeError P.__init__() got an unexpected keyword argument 'w'
        #> TypeError P.__init__() got multiple values for argument 'x'
        #> TypeError Q.__init__() missing 1 required positional argument: 'a'
        #> TypeError Q.__init__() takes 2 positional arguments but 3 were given
        #> TypeError P.__init__() takes from 3 to 4 positional arguments but 5 positional arguments (and 1 keyword-only argument) were given
        #> TypeError non-default argument 'b' follows default argument
        #> ValueError mutable default <class 'list'> for field a is not allowed: use default_factory
        #> ValueError cannot specify both default and default_factory
        #> ValueError eq must be true if order is true
        #> TypeError Cannot overwrite attribute __lt__ in class C. Consider using functools.total_ordering
        #> TypeError cannot inherit non-frozen dataclass from a frozen one
        #> TypeError cannot inherit frozen dataclass from a non-frozen one
        #> TypeError 'a' is a field but has no type annotation
        #> TypeError '<' not supported between instances of 'Q' and 'Q'
        #> TypeError unhashable type: 'Q'
        #> TypeError Q.__init__() got an unexpected keyword argument 'b'
        #> ValueError field a is declared with init=False, it cannot be specified with replace()
        #> TypeError must be called with a dataclass type or instance
        #> TypeError asdict() should be called on dataclass instances
        #> TypeError Q.__init__() got an unexpected keyword argument 'b'
        #> TypeError asdict() should be called on dataclass instances
