# A tuple subclass in the manner of a record.
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
    def __repr__(self): return "Pair%s" % super().__repr__()
p = Pair(1, "x")
a, b = p
print(p, p.first, len(p), p == (1, "x"), hash(p) == hash((1, "x")), p + (3,), type(p[:]).__name__, a, b, isinstance(p, tuple), {(1, "x"): "hit"}[p], p < (2,))
#> Pair(1, 'x') 1 2 True True (1, 'x', 3) tuple 1 x True hit True
