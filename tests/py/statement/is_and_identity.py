# `is` on singletons, containers, classes and functions.
a = []
b = a
c = []
print(a is b, a is c, a is not c, None is None, True is (1 == 1), int is type(1), print is print, a is a[:])
#> True False True True True True True False
def f(d=a): return d
print(f() is a, f(c) is c, () is not None, [a][0] is a, {"k": a}["k"] is a)
#> True True True True True
