# Stars in calls that carry thousands of values.
def f(*a, **k): return len(a), len(k)
print(f(*range(5000)), f(**{'k%d' % i: i for i in range(2000)}), f(*range(100), *range(100), **{'a': 1}, **{'b': 2}), max(*range(1000)), print(*range(3)))
#> 0 1 2
#> (5000, 0) (0, 2000) (200, 2) 999 None
