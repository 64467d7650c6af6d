# Shrinking a list.
a = [1, 2, 3, 2, 1]
print(a.pop(), a.pop(0), a.pop(-2), a); a.remove(2); print(a); a.clear(); print(a)
#> 1 1 3 [2, 2]
#> [2]
#> []
for call in (lambda: a.pop(), lambda: [1].pop(5), lambda: a.remove(9), lambda: [1].pop("x")):
    try:
        call()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> IndexError pop from empty list
        #> IndexError pop index out of range
        #> ValueError list.remove(x): x not in list
        #> TypeError 'str' object cannot be interpreted as an integer
