# |= &= -= ^= change the set itself; frozensets are replaced.
a = {1, 2, 3}; same = a
a |= {4}; a &= {2, 3, 4, 9}; a -= {4}; a ^= {3, 7}
print(sorted(a), same is a)  #> [2, 7] True
f = g = frozenset({1})
f |= {2}
print(sorted(f), g, f is g)  #> [1, 2] frozenset({1}) False
