# Lambdas with every kind of parameter.
print((lambda: 5)(), (lambda a, b=2: a + b)(1), (lambda *a, **k: (a, k))(1, x=2), (lambda a, /, b, *, c: (a, b, c))(1, 2, c=3))
#> 5 3 ((1,), {'x': 2}) (1, 2, 3)
f = lambda x: lambda y: lambda z: (x, y, z)
print(f(1)(2)(3), (lambda x: x if x else "zero")(0), (lambda: (yield))().__class__.__name__)
#> (1, 2, 3) zero generator
compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))
print(compose(lambda v: v + 1, lambda v: v * 2)(5), sorted([3, 1], key=lambda v: -v), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
#> 11 [3, 1] [3, 8]
