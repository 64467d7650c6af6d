# chain, compress, filterfalse, takewhile, dropwhile, starmap, pairwise, zip_longest, accumulate.
from itertools import chain, compress, filterfalse, takewhile, dropwhile, starmap, pairwise, zip_longest, accumulate
import operator
print(list(chain("ab", [1], (), {2: 3})), list(chain.from_iterable(["ab", "c"])), list(chain()), list(chain.from_iterable(x * 2 for x in "ab")))
#> ['a', 'b', 1, 2] ['a', 'b', 'c'] [] ['a', 'a', 'b', 'b']
print(list(compress("abcdef", [1, 0, 1, 0, True])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])))
#> ['a', 'c', 'e'] [0, 2, 4] [0, '']
small = lambda x: x < 3
print(list(takewhile(small, [1, 2, 5, 1])), list(dropwhile(small, [1, 2, 5, 1])), list(starmap(pow, [(2, 5), (3, 2)])), list(dropwhile(small, [1])))
#> [1, 2] [5, 1] [32, 9] []
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
#> [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest()), list(zip_longest([1, 2], [])), list(zip_longest([], [])))
#> [('a', 'x'), ('b', '-'), ('c', '-')] [] [(1, None), (2, None)] []
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate("abc")), list(accumulate([3, 1, 4], max)))
#> [1, 3, 6] [1, 2, 6] [10, 11, 13] [] [5] ['a', 'ab', 'abc'] [3, 3, 4]
it = iter([1, 2, 9, 3]); print(list(takewhile(small, it)), list(it))  #> [1, 2] [3]
lazy = chain([1], 5)
print(next(lazy))  #> 1
for call in (lambda: next(lazy), lambda: takewhile(None, 5), lambda: pairwise(5), lambda: zip_longest(5), lambda: accumulate(5), lambda: compress(5, 5), lambda: zip_longest([], bad=1)):
    try:
        call()
        print("no error")
    except TypeError as error:
        print(str(error).replace("type object ", "")[:40])
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> zip_longest() got an unexpected keyword
