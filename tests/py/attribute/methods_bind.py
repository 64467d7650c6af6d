# Functions bind to instances, also when stored in class attributes later; builtins do not.
class C:
    def f(self, x): return (self.n, x)
    length = len
    def __init__(self, n): self.n = n
c = C(3)
bound = c.f
c.n = 4
print(bound(1), c.length([1, 2]), C.f(c, 2), bound.__self__ is c, bound.__name__, c.f == c.f, c.f is c.f, c.f != C(4).f)
#> (4, 1) 2 (4, 2) True f True False True
C.g = lambda self: "g%d" % self.n
c.h = lambda self: "not bound"
print(c.g(), c.h("x"), bound.__func__ is C.f)  #> g4 not bound True
class Borrow:
    n = 50
    f = C.f
print(Borrow().f(0), hash(c.f) == hash(c.f), len({c.f, c.f}))  #> (50, 0) True 1
