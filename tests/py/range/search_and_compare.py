# in, index, count, equality, hashing.
r = range(0, 20, 3)
print(9 in r, 10 in r, -3 in r, 21 in r, 9.0 in r, "a" in r, True in range(2), r.index(9), r.count(9), r.count(10))
#> True False False False True False True 3 1 0
print(range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) != range(4), hash(range(0)) == hash(range(5, 5)), {range(3): 1}[range(0, 3)])
#> True True False True True 1
try:
    r.index(10)
except ValueError as error:
    print(error)  #> 10 is not in range
