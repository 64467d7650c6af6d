# Lambdas inside defaults, dicts, conditionals and subscripts.
def apply(x, f=lambda v: v * 10): return f(x)
table = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b}
print(apply(2), apply(2, lambda v: -v), table["sub"](5, 3), [lambda: 1, lambda: 2][1](), (lambda: 1 if True else 2)())
#> 20 -2 2 2 1
print((lambda x: (lambda: x))(7)(), max([1, -9, 3], key=lambda v: v * v))  #> 7 -9
