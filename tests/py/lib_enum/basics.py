# Members: names, values, lookup, iteration, identity.
from enum import Enum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def shout(self): return self.name + "!"
    @classmethod
    def first(cls): return next(iter(cls))
    @property
    def half(self): return self.value / 2
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, Color.RED.shout(), Color.first(), Color.BLUE.half)
#> Color.RED <Color.RED: 1> RED 1 Color.GREEN Color.BLUE True RED! Color.RED 1.5
print(list(Color), len(Color), list(Color.__members__), Color.RED in Color, repr(Color), isinstance(Color.RED, Color), type(Color.RED) is Color, list(reversed(Color)), bool(Color), bool(Color.RED))
#> [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 ['RED', 'GREEN', 'BLUE', 'CRIMSON'] True <enum 'Color'> True True [<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>] True True
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, Color.RED is Color(1), {Color.RED: "r"}[Color(1)], f"{Color.RED} {Color.RED!r} {Color.RED:>12}", "%s" % Color.BLUE, Color(Color.RED) is Color.RED)
#> True True False True r Color.RED <Color.RED: 1>    Color.RED Color.BLUE True
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([m.value for m in Auto])  #> [1, 2, 10, 11]
class Named(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    X = auto()
    Y = auto()
print([m.value for m in Named])  #> ['x0', 'y1']
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
print(Planet.EARTH.mass, Planet.MARS.radius, Planet((0.64, 3.39)), Planet.EARTH.value)
#> 5.97 3.39 Planet.MARS (5.97, 6.37)
class Coord(Enum):
    def __new__(cls, x):
        obj = object.__new__(cls)
        obj._value_ = x * 10
        obj.raw = x
        return obj
    A = 1
    B = 2
print(Coord(20), Coord.A.raw, Coord.A.value)  #> Coord.B 1 10
class Missing(Enum):
    OK = "ok"
    @classmethod
    def _missing_(cls, value): return cls.OK if str(value).lower() == "ok" else None
print(Missing("OK"), Missing.OK)  #> Missing.OK Missing.OK
class Empty(Enum):
    def hello(self): return "hello " + self.name
class Full(Empty):
    WORLD = [1, 2]
print(Full.WORLD.hello(), Full([1, 2]))  #> hello WORLD Full.WORLD
@unique
class U(Enum):
    A = 1
    B = 2
class Odd(Enum):
    _ignore_ = ["junk"]
    junk = 5
    ONE = 1
    TWO = ONE + 1
    __private = 3
print(U.B, list(Odd), hash(Color.RED) == hash("RED"), Color.__name__, Color.RED.__class__, sorted(Color, key=lambda c: -c.value))
#> U.B [<Odd.ONE: 1>, <Odd.TWO: 2>] True Color <enum 'Color'> [<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>]
match Color.GREEN:
    case Color.RED: print("red")
    case Color.GREEN: print("green")  #> green
