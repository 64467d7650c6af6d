# Lexicographic comparison, identity first.
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] <= [1, 2], [1, [2]] == [1, [2]], [1.0] == [1])
#> True True True True True True True
nan = float("nan")
print([nan] == [nan], [nan] == [float("nan")])  #> True False
try:
    [1, "a"] < [1, 2]
except TypeError as error:
    print(error)  #> '<' not supported between instances of 'str' and 'int'
