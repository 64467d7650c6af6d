# reduce folds from the left.
from functools import reduce
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [1, 2, 3], 10), reduce(lambda a, b: 0, [], "start"), reduce(lambda a, b: 0, "x"))
#> 6 16 start x
print(reduce(lambda a, b: (a, b), "abcd"), reduce(lambda a, b: a * b, range(1, 20)))
#> ((('a', 'b'), 'c'), 'd') 121645100408832000
print(reduce(lambda a, b: a, iter([7, 8]), None))  #> None
for call in (lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(max, [1], 2, 3), lambda: reduce(5, [1, 2])):
    try:
        call()
    except TypeError as error:
        print(error)
        #> reduce() of empty iterable with no initial value
        #> reduce() arg 2 must support iteration
        #> reduce expected at most 3 arguments, got 4
        #> 'int' object is not callable
