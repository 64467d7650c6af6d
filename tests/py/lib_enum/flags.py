# Flags combine.
from enum import Flag, IntFlag, auto, CONFORM, KEEP, STRICT
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print([m.value for m in Perm], list(Perm), Perm.R, repr(Perm.R), Perm.R | Perm.X, repr(Perm.R | Perm.X), repr(Perm.RW), Perm.R | Perm.W is Perm.RW, (Perm.R | Perm.W) is Perm.RW)
print(Perm.RW & Perm.R, repr(Perm.R & Perm.W), Perm(0), bool(Perm(0)), bool(Perm.R), Perm.RW ^ Perm.R, ~Perm.R, repr(~Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), list(Perm(7)), len(Perm.RW), Perm(5).name, Perm(5).value, Perm(0).name, Perm["RW"], len(Perm))
for bad in (8, 9, "x", -20):
    try:
        print(repr(Perm(bad)))
    except ValueError as error:
        print(error)
try:
    Perm.R | 1
except TypeError as error:
    print(error)
try:
    1 in Perm.R
except TypeError as error:
    print(error)
class Mode(IntFlag):
    A = 1
    B = 2
    C = 4
print(Mode.A, repr(Mode.A), Mode.A | Mode.B, repr(Mode.A | Mode.B), repr(Mode.A | 8), Mode.A | 8, Mode.A + 1, repr(Mode(0)), repr(Mode(16)), Mode.A & 3, repr(Mode.A & 3), repr(3 & Mode.A), ~Mode.A, repr(~Mode.A), f"{Mode.C:04b} {Mode.C}", Mode.A == 1, repr(Mode(7) ^ Mode.B), Mode.B in Mode(3), list(Mode(6)), isinstance(Mode.A, int), repr(Mode(-1)), repr(8 | Mode.A))
class Loose(Flag, boundary=CONFORM):
    P = 1
    Q = 4
print(repr(Loose(7)), repr(Loose(2)), Loose(5))
class Kept(Flag, boundary=KEEP):
    P = 1
print(repr(Kept(9)), repr(Perm), [m.name for m in Perm.__members__.values()], Perm.RW.name, str(Perm.RW), hash(Perm.R) == hash(Perm(1)))
acc = Perm(0)
for p in Perm: acc |= p
print(acc, acc == Perm.R | Perm.W | Perm.X, {Perm.R | Perm.X: 1}[Perm(5)])
