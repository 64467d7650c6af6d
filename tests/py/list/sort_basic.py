# sort in place: numbers, strings, tuples, reverse, stability.
a = [3, 1, 2]; print(a.sort(), a)  #> None [1, 2, 3]
a = ["b", "a", "C", "ab", ""]; a.sort(); print(a)  #> ['', 'C', 'a', 'ab', 'b']
a = [1.5, 1, -2, 10**20, True, 0]; a.sort(); print(a)
#> [-2, 0, 1, True, 1.5, 100000000000000000000]
a = [(2, "b"), (1, "z"), (2, "a"), (1,)]; a.sort(); print(a)
#> [(1,), (1, 'z'), (2, 'a'), (2, 'b')]
a = [5, 3, 9]; a.sort(reverse=True); print(a)  #> [9, 5, 3]
pairs = [(1, "a"), (0, "b"), (1, "c"), (0, "d")]
pairs.sort(key=lambda p: p[0]); print(pairs)  #> [(0, 'b'), (0, 'd'), (1, 'a'), (1, 'c')]
pairs.sort(key=lambda p: p[0], reverse=True); print(pairs)
#> [(1, 'a'), (1, 'c'), (0, 'b'), (0, 'd')]
a = []; a.sort(); print(a)  #> []
