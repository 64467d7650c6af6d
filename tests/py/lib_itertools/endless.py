# count, cycle and repeat.
from itertools import count, cycle, repeat, islice
print(list(islice(count(), 3)), list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)), next(count(2**40)))
#> [0, 1, 2] [5, 3, 1] [0.5, 0.75, 1.0] 1099511627776
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 3)), list(repeat(1, 0)), list(repeat(1, -3)), list(islice(repeat(7), 2)))
#> ['a', 'b', 'a', 'b', 'a'] [] ['x', 'x', 'x'] [] [] [7, 7]
print(list(map(pow, range(4), repeat(2))), list(zip("ab", count(1))), sum(repeat(2, times=5)), list(islice(count(step=3, start=1), 2)))
#> [0, 1, 4, 9] [('a', 1), ('b', 2)] 10 [1, 4]
c = cycle(iter("xy")); print(next(c), next(c), next(c))  #> x y x
for call in (lambda: count("a"), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, "x")):
    try:
        call()
    except TypeError as error:
        print("TypeError")
        #> TypeError
        #> TypeError
        #> TypeError
        #> TypeError
