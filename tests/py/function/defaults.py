# Defaults are evaluated once, at definition.
n = 1
def f(a, b=n, c=n + 1):
    return (a, b, c)
n = 100
print(f(0), f(0, 5), f(0, c=9), f.__defaults__)  #> (0, 1, 2) (0, 5, 2) (0, 1, 9) (1, 2)
def collect(x, into=[]):
    into.append(x)
    return into
print(collect(1), collect(2), collect(3, []), collect(4))  #> [1, 2, 4] [1, 2, 4] [3] [1, 2, 4]
