# itemgetter, attrgetter and methodcaller.
from operator import itemgetter, attrgetter, methodcaller
rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0)), itemgetter(0, 1)("xyz"), itemgetter("k")({"k": 5}), itemgetter(slice(1, 3))("abcd"), max(rows, key=itemgetter(1)))
#> [('c', 1), ('b', 2), ('a', 3)] [('a', 3), ('b', 2), ('c', 1)] ('x', 'y') 5 bc ('a', 3)
class O:
    def __init__(self, **kw): self.__dict__.update(kw)
o = O(a=1, b=O(c=2))
print(attrgetter("a")(o), attrgetter("b.c")(o), attrgetter("a", "b.c")(o), methodcaller("upper")("abc"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
#> 1 2 (1, 2) ABC ['a', 'b,c']
print(list(map(attrgetter("__name__"), [int, str])), list(map(methodcaller("strip"), [" a ", "b "])))
#> ['int', 'str'] ['a', 'b']
for call in (lambda: itemgetter(), lambda: attrgetter(), lambda: attrgetter(1), lambda: methodcaller(), lambda: methodcaller(1), lambda: itemgetter(5)([1]), lambda: attrgetter("zz")(1), lambda: itemgetter("a")([1])):
    try:
        call()
    except (TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
        #> TypeError itemgetter expected 1 argument, got 0
        #> TypeError attrgetter expected 1 argument, got 0
        #> TypeError attribute name must be a string
        #> TypeError methodcaller needs at least one argument, the method name
        #> TypeError method name must be a string
        #> IndexError list index out of range
        #> AttributeError 'int' object has no attribute 'zz'
        #> TypeError list indices must be integers or slices, not str
