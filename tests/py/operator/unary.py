# - + ~ abs and the conversions.
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return "round %s" % n
    def __int__(self): return 11
    def __float__(self): return 1.25
    def __index__(self): return 12
    def __trunc__(self): return 13
    def __floor__(self): return 14
    def __ceil__(self): return 15
u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), int(u), float(u), hex(u), list(range(20))[u], bin(u), chr(u) == "\x0c")
#> neg pos invert abs round None round 2 11 1.25 0xc 12 0b1100 True
import math
print(math.floor(u), math.ceil(u), math.trunc(u), math.sqrt(U()) > 1.1)  #> 14 15 13 True
