# reverse in place, copy is shallow.
a = [[1], 2, 3]
b = a.copy()
a.reverse()
b[0].append(9)
print(a, b, a[2] is b[0], [].copy(), list(reversed(a)))
#> [3, 2, [1, 9]] [[1, 9], 2, 3] True [] [[1, 9], 2, 3]
