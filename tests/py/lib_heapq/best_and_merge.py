# nlargest, nsmallest and merge.
from heapq import nlargest, nsmallest, merge
data = [(i * 37 + 11) % 101 for i in range(101)]
print(nlargest(5, data), nsmallest(5, data), nlargest(0, data), nsmallest(-1, data), nlargest(3, [1]), nsmallest(1, data), nlargest(1, []), nsmallest(2, iter("hello")))
#> [100, 99, 98, 97, 96] [0, 1, 2, 3, 4] [] [] [1] [0] [] ['e', 'h']
words = ["pear", "fig", "apple", "kiwi", "plum", "date", "lime"]
print(nlargest(3, words, key=len), nsmallest(4, words, key=len), nsmallest(2, words, lambda w: w[-1]))
#> ['apple', 'pear', 'kiwi'] ['fig', 'pear', 'kiwi', 'plum'] ['apple', 'date']
print(nlargest(90, data) == sorted(data, reverse=True)[:90], nsmallest(60, data) == sorted(data)[:60], nlargest(3, (x % 7 for x in range(1000))))
#> True True [6, 6, 6]
print(list(merge([1, 4, 7], [2, 5], [3, 6, 8])), list(merge()), list(merge([])), list(merge([1, 3], [])), list(merge("ace", "bdf")))
#> [1, 2, 3, 4, 5, 6, 7, 8] [] [] [1, 3] ['a', 'b', 'c', 'd', 'e', 'f']
print(list(merge([9, 5, 1], [8, 2], reverse=True)), list(merge(["a", "ccc"], ["bb", "dddd"], key=len)), list(merge(["x1", "x2"], ["y1"], key=lambda s: 0)), list(merge(["cc", "a"], ["bb"], key=len, reverse=True)))
#> [9, 8, 5, 2, 1] ['a', 'bb', 'ccc', 'dddd'] ['x1', 'x2', 'y1'] ['cc', 'bb', 'a']
endless = (i * i for i in range(10**9))
first = merge(endless, [3, 5])
print([next(first) for _ in range(6)])  #> [0, 1, 3, 4, 5, 9]
