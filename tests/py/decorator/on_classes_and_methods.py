# Decorators of classes and of methods; any expression may decorate.
registry = {}
def register(cls):
    registry[cls.__name__] = cls
    return cls
@register
class A:
    pass
def twice(f):
    return lambda self, x: f(self, f(self, x))
class B:
    @twice
    def inc(self, x):
        return x + 1
    @(lambda f: "replaced")
    def gone(self): pass
print(sorted(registry), B().inc(1), B.gone)  #> ['A'] 3 replaced
table = {"d": [lambda f: 42]}
@table["d"][0]
def g(): pass
print(g)  #> 42
