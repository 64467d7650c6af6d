# Errors come out of comprehensions; deep nesting works.
try:
    [1 // x for x in (1, 0)]
except ZeroDivisionError as error:
    print(error)  #> integer division or modulo by zero
try:
    {x: 1 for x in [[]]}
except TypeError as error:
    print(error)  #> unhashable type: 'list'
try:
    [a for a, b in [(1,)]]
except ValueError as error:
    print(error)  #> not enough values to unpack (expected 2, got 1)
print([[[[i + j + k + l for l in range(2)] for k in range(2)] for j in range(2)] for i in range(2)])
#> [[[[0, 1], [1, 2]], [[1, 2], [2, 3]]], [[[1, 2], [2, 3]], [[2, 3], [3, 4]]]]
