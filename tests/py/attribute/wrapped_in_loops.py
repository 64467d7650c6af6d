# Properties, static and class methods asked for again and again, and what may change in between.
class Base:
    count = 0

    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @property
    def fails(self):
        raise AttributeError("on purpose")

    @property
    def nothing(self):
        return NotImplemented

    @staticmethod
    def plain(a, b=2):
        return a, b

    @classmethod
    def named(cls, a):
        return cls.__name__, a


class Derived(Base):
    pass


class Hooked(Base):
    def __getattr__(self, name):
        return "hook " + name


for turn in range(3):
    for made in (Base(turn), Derived(turn), Hooked(turn)):
        made.x += 1
        print(made.x, made.plain(turn, 1), made.plain(turn), made.named(turn), made.nothing)
        try:
            print(made.fails)
        except AttributeError as error:
            print(error)
    print(Base.plain(turn, 3), Derived.plain(turn), Base.named(turn), Derived.named(turn))
    try:
        Base.named()
    except TypeError as error:
        print(error)
    try:
        Derived(1).plain(1, 2, 3)
    except TypeError as error:
        print(error)
        #> 1 (0, 1) (0, 2) ('Base', 0) NotImplemented
        #> on purpose
        #> 1 (0, 1) (0, 2) ('Derived', 0) NotImplemented
        #> on purpose
        #> 1 (0, 1) (0, 2) ('Hooked', 0) NotImplemented
        #> hook fails
        #> (0, 3) (0, 2) ('Base', 0) ('Derived', 0)
        #> Base.named() missing 1 required positional argument: 'a'
        #> Base.plain() takes from 1 to 2 positional arguments but 3 were given
        #> 2 (1, 1) (1, 2) ('Base', 1) NotImplemented
        #> on purpose
        #> 2 (1, 1) (1, 2) ('Derived', 1) NotImplemented
        #> on purpose
        #> 2 (1, 1) (1, 2) ('Hooked', 1) NotImplemented
        #> hook fails
        #> (1, 3) (1, 2) ('Base', 1) ('Derived', 1)
        #> Base.named() missing 1 required positional argument: 'a'
        #> Base.plain() takes from 1 to 2 positional arguments but 3 were given
        #> 3 (2, 1) (2, 2) ('Base', 2) NotImplemented
        #> on purpose
        #> 3 (2, 1) (2, 2) ('Derived', 2) NotImplemented
        #> on purpose
        #> 3 (2, 1) (2, 2) ('Hooked', 2) NotImplemented
        #> hook fails
        #> (2, 3) (2, 2) ('Base', 2) ('Derived', 2)
        #> Base.named() missing 1 required positional argument: 'a'
        #> Base.plain() takes from 1 to 2 positional arguments but 3 were given

hidden = Derived(1)
for turn in range(3):
    print(hidden.plain(1), hidden.named(1))
    if turn == 1:
        hidden.plain = lambda a: ("own", a)
        hidden.named = lambda a: ("own", a)
    other = Derived(2)
    print(other.plain(1), other.named(1))
    #> (1, 2) ('Derived', 1)
    #> (1, 2) ('Derived', 1)
    #> (1, 2) ('Derived', 1)
    #> (1, 2) ('Derived', 1)
    #> ('own', 1) ('own', 1)
    #> (1, 2) ('Derived', 1)

for turn in range(4):
    print(hidden.x, other.x)
    if turn == 1:
        Derived.x = property(lambda self: ("new", self._x))
    if turn == 2:
        del Derived.x
        Derived.plain = staticmethod(lambda a: ("new", a))
        Derived.named = classmethod(lambda cls, a: ("new", cls.__name__, a))
    print(Derived.plain(5), other.plain(6), Derived.named(7), other.named(8))
    #> 1 2
    #> (5, 2) (6, 2) ('Derived', 7) ('Derived', 8)
    #> 1 2
    #> (5, 2) (6, 2) ('Derived', 7) ('Derived', 8)
    #> ('new', 1) ('new', 2)
    #> ('new', 5) ('new', 6) ('new', 'Derived', 7) ('new', 'Derived', 8)
    #> 1 2
    #> ('new', 5) ('new', 6) ('new', 'Derived', 7) ('new', 'Derived', 8)


class Recursive:
    def __init__(self, depth):
        self.depth = depth

    @property
    def total(self):
        return self.depth + Recursive(self.depth - 1).total if self.depth else 0


print(Recursive(50).total)  #> 1275
print([made.total for made in map(Recursive, range(5))])  #> [0, 1, 3, 6, 10]


class Generating:
    @property
    def items(self):
        yield 1
        yield 2


print([list(Generating().items) for turn in range(3)])  #> [[1, 2], [1, 2], [1, 2]]
