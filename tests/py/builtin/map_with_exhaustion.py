# map and zip stop at the shortest and may lose an item of the longer.
a, b = iter([1, 2, 3]), iter([10])
print(list(zip(a, b)), next(a))  #> [(1, 10)] 3
a, b = iter([1, 2, 3]), iter([10])
print(list(map(lambda x, y: x + y, a, b)), next(a))  #> [11] 3
