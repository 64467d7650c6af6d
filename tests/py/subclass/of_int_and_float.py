# Number subclasses: arithmetic gives plain numbers, attributes are kept.
class Meters(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self
    def __str__(self): return "%d%s" % (int(self), self.unit)
m = Meters(5, "km")
print(m, repr(m), m + 1, type(m + 1).__name__, m == 5, hash(m) == hash(5), [10, 20, 30, 40, 50, 60][m], m.unit, "%d" % m, {5: "x"}[m], -m, m * 2.0, sum([m, m]), range(m), Meters(2**70) + 1)
#> 5km 5 6 int True True 60 km 5 x -5 10.0 10 range(0, 5) 1180591620717411303425
class F(float):
    def double(self): return F(self * 2)
f = F(1.5)
print(f, f.double(), type(f + 1).__name__, f == 1.5, int(f), round(f), f"{f:.3f}", isinstance(f, float))
#> 1.5 3.0 float True 1 2 1.500 True
