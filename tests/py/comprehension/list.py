# List comprehensions with conditions and several loops.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(a, b) for a in range(3) for b in range(a)], [[j for j in range(i)] for i in range(4)])
#> [0, 1, 4, 9, 16] [5, 7, 9] [(1, 0), (2, 0), (2, 1)] [[], [0], [0, 1], [0, 1, 2]]
print([a + b for a, b in [(1, 2), (3, 4)]], [y for x in [[1, 2], [3]] for y in x], [x if x else -1 for x in (0, 1)], [*[i for i in "ab"]], [[] for _ in range(2)])
#> [3, 7] [1, 2, 3] [-1, 1] ['a', 'b'] [[], []]
print([first for first, *rest in ["abc", "de"]], [x for x in []], [(lambda: i)() for i in range(3)])
#> ['a', 'd'] [] [0, 1, 2]
