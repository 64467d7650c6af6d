# The namespaces as dicts.
g = 1
def f(a):
    b = 2
    return sorted(locals().items())
print(f(1), globals()["g"], "f" in globals(), globals() is locals(), vars() is globals())
#> [('a', 1), ('b', 2)] 1 True True True
globals()["made"] = 5
print(made)  #> 5
class C:
    x = 1
    inside = sorted(k for k in locals() if not k.startswith("__"))
print(C.inside, vars(C)["x"])  #> ['x'] 1
def g2():
    a = 1
    def inner():
        return a, sorted(locals())
    return inner(), sorted(locals())
print(g2())  #> ((1, ['a']), ['a', 'inner'])
