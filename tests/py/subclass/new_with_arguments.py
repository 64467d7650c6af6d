# __new__ and __init__ of builtin subclasses get the same arguments.
class L(list):
    def __new__(cls, *args, **kw):
        print("new", args, kw)
        return super().__new__(cls)
    def __init__(self, a, b=0):
        super().__init__([a, b])
print(L(1), L(1, b=2))
#> new (1,) {}
#> new (1,) {'b': 2}
#> [1, 0] [1, 2]
class D(dict):
    pass
print(D(a=1), D([("k", "v")]), D({"x": 0}, y=1))  #> {'a': 1} {'k': 'v'} {'x': 0, 'y': 1}
