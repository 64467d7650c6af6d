# Generator expressions are lazy except for their first iterable.
log = []
def noisy(n):
    log.append(n)
    return n
g = (noisy(i) * 10 for i in range(3))
print(log, next(g), log, list(g), log)  #> [0, 1, 2] 0 [0, 1, 2] [10, 20] [0, 1, 2]
n = 2
lazy = (x * n for x in [1, 2])
n = 100
print(list(lazy), sum(i * i for i in range(5)), max((len(w), w) for w in ["a", "bbb"]), any(x > 1 for x in [0, 2, 1 / 1]))
#> [100, 200] 30 (3, 'bbb') True
try:
    (x for x in 5)
except TypeError as error:
    print(error)  #> 'int' object is not iterable
print(list((a, b) for a in range(2) for b in "xy" if a), dict((k, 1) for k in "ab"), ",".join(str(i) for i in range(3)))
#> [(1, 'x'), (1, 'y')] {'a': 1, 'b': 1} 0,1,2
