# A small vector class with most operators at work.
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k) if not isinstance(k, Vec) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): return iter((self.x, self.y))
    def __abs__(self): return (self.x**2 + self.y**2) ** 0.5
    def __repr__(self): return "Vec(%r, %r)" % (self.x, self.y)
    def __bool__(self): return bool(self.x or self.y)
a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a - b, a * 2, 2 * a, a * b, -a, abs(a), a == Vec(3, 4), a != b, bool(Vec(0, 0)), [*a], {a: 1}[Vec(3, 4)])
#> Vec(4, 2) Vec(2, 6) Vec(6, 8) Vec(6, 8) -5 Vec(-3, -4) 5.0 True True False [3, 4] 1
a += b
x, y = a
print(a, x, y, sum((Vec(i, i) for i in range(4)), Vec(0, 0)))  #> Vec(4, 2) 4 2 Vec(6, 6)
