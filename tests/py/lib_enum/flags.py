# Flags combine.
from enum import Flag, IntFlag, auto, CONFORM, KEEP, STRICT
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print([m.value for m in Perm], list(Perm), Perm.R, repr(Perm.R), Perm.R | Perm.X, repr(Perm.R | Perm.X), repr(Perm.RW), Perm.R | Perm.W is Perm.RW, (Perm.R | Perm.W) is Perm.RW)
#> [1, 2, 4] [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] Perm.R <Perm.R: 1> Perm.R|X <Perm.R|X: 5> <Perm.RW: 3> True True
print(Perm.RW & Perm.R, repr(Perm.R & Perm.W), Perm(0), bool(Perm(0)), bool(Perm.R), Perm.RW ^ Perm.R, ~Perm.R, repr(~Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), list(Perm(7)), len(Perm.RW), Perm(5).name, Perm(5).value, Perm(0).name, Perm["RW"], len(Perm))
#> Perm.R <Perm: 0> Perm(0) False True Perm.W Perm.W|X <Perm.X: 4> True False [<Perm.R: 1>, <Perm.W: 2>] [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] 2 R|X 5 None Perm.RW 3
for bad in (8, 9, "x", -20):
    try:
        print(repr(Perm(bad)))
    except ValueError as error:
        print(error)
        #> <flag 'Perm'> invalid value 8
        #>     given 0b0 1000
        #>   allowed 0b0 0111
        #> <flag 'Perm'> invalid value 9
        #>     given 0b0 1001
        #>   allowed 0b0 0111
        #> 'x' is not a valid Perm
        #> <flag 'Perm'> invalid value -20
        #>     given 0b1 01100
        #>   allowed 0b0 00111
try:
    Perm.R | 1
except TypeError as error:
    print(error)  #> unsupported operand type(s) for |: 'Perm' and 'int'
try:
    1 in Perm.R
except TypeError as error:
    print(error)  #> unsupported operand type(s) for 'in': 'int' and 'Perm'
class Mode(IntFlag):
    A = 1
    B = 2
    C = 4
print(Mode.A, repr(Mode.A), Mode.A | Mode.B, repr(Mode.A | Mode.B), repr(Mode.A | 8), Mode.A | 8, Mode.A + 1, repr(Mode(0)), repr(Mode(16)), Mode.A & 3, repr(Mode.A & 3), repr(3 & Mode.A), ~Mode.A, repr(~Mode.A), f"{Mode.C:04b} {Mode.C}", Mode.A == 1, repr(Mode(7) ^ Mode.B), Mode.B in Mode(3), list(Mode(6)), isinstance(Mode.A, int), repr(Mode(-1)), repr(8 | Mode.A))
#> 1 <Mode.A: 1> 3 <Mode.A|B: 3> <Mode.A|8: 9> 9 2 <Mode: 0> <Mode: 16> 1 <Mode.A: 1> <Mode.A: 1> 6 <Mode.B|C: 6> 0100 4 True <Mode.A|C: 5> True [<Mode.B: 2>, <Mode.C: 4>] True <Mode.A|B|C: 7> <Mode.A|8: 9>
class Loose(Flag, boundary=CONFORM):
    P = 1
    Q = 4
print(repr(Loose(7)), repr(Loose(2)), Loose(5))  #> <Loose.P|Q: 5> <Loose: 0> Loose.P|Q
class Kept(Flag, boundary=KEEP):
    P = 1
print(repr(Kept(9)), repr(Perm), [m.name for m in Perm.__members__.values()], Perm.RW.name, str(Perm.RW), hash(Perm.R) == hash(Perm(1)))
#> <Kept.P|8: 9> <flag 'Perm'> ['R', 'W', 'X', 'RW'] RW Perm.RW True
acc = Perm(0)
for p in Perm: acc |= p
print(acc, acc == Perm.R | Perm.W | Perm.X, {Perm.R | Perm.X: 1}[Perm(5)])  #> Perm.R|W|X True 1
