# The target may be any assignment target.
class M:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
class C: pass
c, d = C(), {}
with M() as (a, [b, e]):
    print(a, b, e)  #> 1 2 3
with M() as c.attribute, M() as d["key"]:
    print(c.attribute, d)  #> (1, [2, 3]) {'key': (1, [2, 3])}
with M() as (first, *rest):
    print(first, rest)  #> 1 [[2, 3]]
