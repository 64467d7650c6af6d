# The method forms take any iterable.
a = {1, 2, 3}
print(sorted(a.union([4], (5,))), sorted(a.intersection("x", [1])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([3, 4])))
#> [1, 2, 3, 4, 5] [] [3] [1, 2, 4]
print(a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([9]), a.union() == a, a.copy() == a, a.copy() is a)
#> True True True True True False
a.update([4], {5}); a.intersection_update(range(2, 9)); a.difference_update([5]); a.symmetric_difference_update([2, 10])
print(sorted(a))  #> [3, 4, 10]
