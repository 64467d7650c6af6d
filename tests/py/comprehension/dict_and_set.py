# Dict and set comprehensions.
print({k: v for k, v in zip("abc", range(3))}, {x % 3: x for x in range(7)}, sorted({x % 4 for x in range(10)}), {(i, j): i * j for i in range(2) for j in range(2)}, {i: {j: i + j for j in range(2)} for i in range(2)})
#> {'a': 0, 'b': 1, 'c': 2} {0: 6, 1: 4, 2: 5} [0, 1, 2, 3] {(0, 0): 0, (0, 1): 0, (1, 0): 0, (1, 1): 1} {0: {0: 0, 1: 1}, 1: {0: 1, 1: 2}}
d = {"a": 1, "b": 2}
print({v: k for k, v in d.items()}, {k.upper(): v for k, v in d.items() if v > 1}, {**{k: 0 for k in "x"}, "y": 1})
#> {1: 'a', 2: 'b'} {'B': 2} {'x': 0, 'y': 1}
