# Places in sorted lists.
from bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right
a = [1, 3, 3, 5, 7]
print([bisect_left(a, x) for x in range(9)], [bisect_right(a, x) for x in range(9)], bisect is bisect_right, insort is insort_right)
#> [0, 0, 1, 1, 3, 3, 4, 4, 5] [0, 1, 1, 3, 3, 4, 4, 5, 5] True True
print(bisect(a, 3, 0, 2), bisect_left(a, 3, 2), bisect_left(a, 9, 1, 3), bisect([], 1), bisect_left(a, 4, hi=2))
#> 2 2 3 0 2
insort(a, 4); insort_left(a, 3); insort(a, 0); insort(a, 10); print(a)
#> [0, 1, 3, 3, 3, 4, 5, 7, 10]
rows = [("a", 1), ("b", 5), ("c", 9)]
print(bisect_left(rows, 5, key=lambda r: r[1]), bisect_right(rows, 5, key=lambda r: r[1]))  #> 1 2
insort(rows, ("d", 6), key=lambda r: r[1]); insort_left(rows, ("e", 5), key=lambda r: r[1]); print(rows)
#> [('a', 1), ('e', 5), ('b', 5), ('d', 6), ('c', 9)]
def grade(score): return "FDCBA"[bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])  #> ['F', 'A', 'C', 'C', 'B', 'A', 'A']
for call in (lambda: bisect(a, 1, -1), lambda: bisect_left(a, "x"), lambda: bisect(5, 1)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError lo must be non-negative
        #> TypeError '<' not supported between instances of 'int' and 'str'
        #> TypeError object of type 'int' has no len()
