# __index__ objects as indices and slice bounds.
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
a = list(range(10))
print(a[I(3)], a[I(2):I(5)], a[::I(4)], "abc"[I(1)], (1, 2, 3)[I(-1)], range(10)[I(4)], [0] * I(3), "ab" * I(2))
#> 3 [2, 3, 4] [0, 4, 8] b 3 4 [0, 0, 0] abab
a[I(0)] = 99
del a[I(1)]
print(a, list(range(I(3))))  #> [99, 2, 3, 4, 5, 6, 7, 8, 9] [0, 1, 2]
class Bad:
    def __index__(self): return "x"
try:
    a[Bad()]
except TypeError as error:
    print(error)  #> __index__ returned non-int (type str)
