# All binary operators and their reflected forms on user classes.
class V:
    def __init__(self, name): self.name = name
    def __add__(self, o): return self.name + " add"
    def __radd__(self, o): return self.name + " radd"
    def __sub__(self, o): return self.name + " sub"
    def __rsub__(self, o): return self.name + " rsub"
    def __mul__(self, o): return self.name + " mul"
    def __rmul__(self, o): return self.name + " rmul"
    def __truediv__(self, o): return self.name + " truediv"
    def __rtruediv__(self, o): return self.name + " rtruediv"
    def __floordiv__(self, o): return self.name + " floordiv"
    def __rfloordiv__(self, o): return self.name + " rfloordiv"
    def __mod__(self, o): return self.name + " mod"
    def __rmod__(self, o): return self.name + " rmod"
    def __divmod__(self, o): return self.name + " divmod"
    def __rdivmod__(self, o): return self.name + " rdivmod"
    def __pow__(self, o, m=None): return self.name + " pow %s" % m
    def __rpow__(self, o): return self.name + " rpow"
    def __matmul__(self, o): return self.name + " matmul"
    def __rmatmul__(self, o): return self.name + " rmatmul"
    def __lshift__(self, o): return self.name + " lshift"
    def __rlshift__(self, o): return self.name + " rlshift"
    def __rshift__(self, o): return self.name + " rshift"
    def __rrshift__(self, o): return self.name + " rrshift"
    def __and__(self, o): return self.name + " and"
    def __rand__(self, o): return self.name + " rand"
    def __or__(self, o): return self.name + " or"
    def __ror__(self, o): return self.name + " ror"
    def __xor__(self, o): return self.name + " xor"
    def __rxor__(self, o): return self.name + " rxor"
v = V("v")
print(v + 1, 1 + v, v - 1, 1 - v, v * 2, 2 * v, v / 2, 2 / v, v // 2, 2 // v)
#> v add v radd v sub v rsub v mul v rmul v truediv v rtruediv v floordiv v rfloordiv
print(v % 2, 2 % v, divmod(v, 2), divmod(2, v), v**2, 2**v, v @ 2, 2 @ v, pow(v, 2, 3))
#> v mod v rmod v divmod v rdivmod v pow None v rpow v matmul v rmatmul v pow 3
print(v << 1, 1 << v, v >> 1, 1 >> v, v & 1, 1 & v, v | 1, 1 | v, v ^ 1, 1 ^ v)
#> v lshift v rlshift v rshift v rrshift v and v rand v or v ror v xor v rxor
print(1.5 + v, None + v, None * v, (1,) - v, {} | v)  #> v radd v radd v rmul v rsub v ror
