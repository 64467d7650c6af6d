# Ten thousand generators in each other.
# oracle: none, CPython would need its native stack for this
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
def nested(n):
    if n == 0:
        yield 'bottom'
    else:
        yield from nested(n - 1)
g = nested(10000)
print(next(g), next(g, 'end'))
#> bottom end
def chained(n):
    items = iter([1, 2])
    for _ in range(n):
        items = map(lambda x: x, (y for y in items))
    return list(items)
print(chained(5000))
#> [1, 2]
