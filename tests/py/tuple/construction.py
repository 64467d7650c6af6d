# Tuples from displays, calls and iterables.
print((), (1,), (1, 2), 1, tuple(), tuple([1, 2]), tuple("ab"), tuple(range(3)), (1, (2, (3,))))
#> () (1,) (1, 2) 1 () (1, 2) ('a', 'b') (0, 1, 2) (1, (2, (3,)))
t = 1, 2, 3
print(t, (*t, 4), (*"ab", *t), tuple(x * 2 for x in t), len(t), tuple(t) is t)
#> (1, 2, 3) (1, 2, 3, 4) ('a', 'b', 1, 2, 3) (2, 4, 6) 3 True
