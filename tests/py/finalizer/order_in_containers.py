# Items of lists and tuples die from the last to the first, locals, dict values and attributes from the first.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = [D(1), D(2), D(3)]
a = None
#> del 3
#> del 2
#> del 1
t = (D("t1"), D("t2"))
t = None
#> del t2
#> del t1
def f():
    x = D("x")
    y = D("y")
f()
#> del x
#> del y
d = {"k": D("v1"), "l": D("v2")}
d = None
#> del v1
#> del v2
class Holder: pass
h = Holder()
h.first = D("first")
h.second = D("second")
h = None
#> del first
#> del second
