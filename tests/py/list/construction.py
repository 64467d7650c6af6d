# Lists from displays, calls and unpacking.
print([], [1], list(), list("ab"), list((1, 2)), list({3: 0}), list(range(3)), [*range(2), *"x"], [[1, [2]], []])
#> [] [1] [] ['a', 'b'] [1, 2] [3] [0, 1, 2] [0, 1, 'x'] [[1, [2]], []]
a = [1, 2]
b = list(a)
b.append(3)
print(a, b, list(a) == a, list(a) is a)  #> [1, 2] [1, 2, 3] True False
try:
    list(5)
except TypeError as error:
    print(error)  #> 'int' object is not iterable
