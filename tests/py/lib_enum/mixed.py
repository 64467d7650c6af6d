# Members that are numbers or strings as well.
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember
class Level(IntEnum):
    LOW = 1
    HIGH = 10
print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.LOW < Level.HIGH, Level(10), Level.HIGH == 10, f"{Level.HIGH} {Level.HIGH:03d} {Level.LOW!r}", "%d %s" % (Level.LOW, Level.LOW), [10, 20, 30][Level.LOW], max(Level), sum(Level), isinstance(Level.LOW, int), hash(Level.LOW) == hash(1), {1: "one"}[Level.LOW])
#> 1 <Level.LOW: 1> 2 True 10 True 10 010 <Level.LOW: 1> 1 1 20 10 11 True True one
class Word(StrEnum):
    A = "alpha"
    B = auto()
print(Word.A, repr(Word.A), Word.B, Word.A.upper(), Word.A == "alpha", "x" + Word.B, Word("b"), f"{Word.A:>8}", len(Word.A), Word.A in ("alpha",))
#> alpha <Word.A: 'alpha'> b ALPHA True xb b    alpha 5 True
class Old(str, Enum):
    X = "ex"
print(Old.X, repr(Old.X), Old.X == "ex", Old.X.upper(), f"{Old.X}", Old("ex"))
#> Old.X <Old.X: 'ex'> True EX Old.X Old.X
class Num(int, Enum):
    ONE = 1
print(Num.ONE, f"{Num.ONE}", Num.ONE + 1, repr(Num.ONE), Num.ONE._member_type_ if hasattr(Num.ONE, "_member_type_") else int)
#> Num.ONE Num.ONE 2 <Num.ONE: 1> <class 'int'>
class Both(Enum):
    a = member(lambda self: 1)
    b = nonmember(5)
    def f(self): pass
print(list(Both)[0].name, Both.b)  #> a 5
F = Enum("F", "ONE TWO THREE"); print(list(F), F.TWO.value, F.__module__)
#> [<F.ONE: 1>, <F.TWO: 2>, <F.THREE: 3>] 2 __main__
G = IntEnum("G", ["A", "B"], start=5); print(list(G))  #> [<G.A: 5>, <G.B: 6>]
H = Enum("H", {"X": "ex", "Y": "why"}); print(list(H), H("why"))  #> [<H.X: 'ex'>, <H.Y: 'why'>] H.Y
K = Enum("K", [("P", 1), ("Q", 4)], module="m", type=int); print(list(K), K.__module__, K.P + 1)
#> [<K.P: 1>, <K.Q: 4>] m 2
try:
    StrEnum("S", {"A": 5})
except TypeError as error:
    print(error)  #> 5 is not a string
import copy
print(copy.copy(Level.LOW) is Level.LOW, copy.deepcopy([Level.LOW])[0] is Level.LOW)  #> True True
