# References compare by their live targets.
import weakref
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return self.n
a, b = K(1), K(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra == rb, hash(ra) == hash(a), {ra: "x"}[rb])  #> True True x
del a, b
print(ra == rb, ra == ra)  #> False True
