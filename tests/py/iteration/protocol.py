# A class with __iter__ and __next__ in every place that iterates.
class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), tuple(Count(2)), sorted(Count(3), reverse=True), sum(Count(4)), max(Count(5)), [*Count(2), *Count(1)], 2 in Count(3), 9 in Count(3), dict(zip("ab", Count(2))))
#> [1, 2, 3] (1, 2) [3, 2, 1] 10 5 [1, 2, 1] True False {'a': 1, 'b': 2}
a, b, c = Count(3)
print(a, b, c, "-".join(map(str, Count(3))), list(enumerate(Count(2))), set(Count(2)) == {1, 2}, print(*Count(3)), list(zip(Count(3), Count(2))))
#> 1 2 3
#> 1 2 3 1-2-3 [(0, 1), (1, 2)] True None [(1, 1), (2, 2)]
it = Count(2)
for x in it: print(x)
#> 1
#> 2
for x in it: print("exhausted")
