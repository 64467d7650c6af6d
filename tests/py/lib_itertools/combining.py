# product, permutations, combinations with and without replacement.
from itertools import product, permutations, combinations, combinations_with_replacement as cwr
text = lambda rows: " ".join("".join(map(str, row)) for row in rows)
print(text(product("ab", [1, 2, 3])), "|", text(product("ab", repeat=3)), list(product()), list(product([], [1])), list(product("ab", repeat=0)))
#> a1 a2 a3 b1 b2 b3 | aaa aab aba abb baa bab bba bbb [()] [] [()]
for n in range(5):
    print(n, *[len(list(permutations(range(n), r))) for r in range(6)], *[len(list(combinations(range(n), r))) for r in range(6)], *[len(list(cwr(range(n), r))) for r in range(4)])
    #> 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0
    #> 1 1 1 0 0 0 0 1 1 0 0 0 0 1 1 1 1
    #> 2 1 2 2 0 0 0 1 2 1 0 0 0 1 2 3 4
    #> 3 1 3 6 6 0 0 1 3 3 1 0 0 1 3 6 10
    #> 4 1 4 12 24 24 0 1 4 6 4 1 0 1 4 10 20
print(text(permutations("abc")), "|", text(permutations("abcd", 2)), "|", text(permutations("aab", 2)), list(permutations([], 0)), list(permutations([])))
#> abc acb bac bca cab cba | ab ac ad ba bc bd ca cb cd da db dc | aa ab aa ab ba ba [()] [()]
print(text(combinations("abcde", 3)), "|", list(combinations("ab", 0)), list(combinations("ab", 3)))
#> abc abd abe acd ace ade bcd bce bde cde | [()] []
print(text(cwr("abc", 2)), "|", text(cwr("abc", 3)), list(cwr([], 2)), list(cwr([], 0)))
#> aa ab ac bb bc cc | aaa aab aac abb abc acc bbb bbc bcc ccc [] [()]
print(text(permutations("abcde", 3)) == text(p for p in product("abcde", repeat=3) if len(set(p)) == 3), sum(1 for _ in permutations(range(7))))
#> True 5040
for call in (lambda: product([1], repeat=-1), lambda: combinations("ab", -1), lambda: permutations("ab", -1), lambda: cwr("ab", -1), lambda: permutations("ab", "x"), lambda: product(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError repeat argument cannot be negative
        #> ValueError r must be non-negative
        #> ValueError r must be non-negative
        #> ValueError r must be non-negative
        #> TypeError Expected int as r
        #> TypeError 'int' object is not iterable
