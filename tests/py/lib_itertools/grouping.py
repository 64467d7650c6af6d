# groupby and tee.
from itertools import groupby, tee
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 5, 2, 4, 7], key=lambda x: x % 2)])
#> [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])] [(1, 3), (0, 2), (1, 1)]
print([k for k, g in groupby("aabbca")], list(groupby([])))  #> ['a', 'b', 'c', 'a'] []
groups = groupby("aaabb")
k1, g1 = next(groups); print(k1, next(g1))  #> a a
k2, g2 = next(groups); print(k2, list(g1), list(g2), next(groups, "end"))  #> b [] ['b', 'b'] end
one, two = tee([1, 2, 3])
print(next(one), next(one), list(two), list(one), tee("ab", 0))  #> 1 2 [1, 2, 3] [3] ()
a, b, c = tee(iter("xyz"), 3)
print(list(zip(a, b, c)), next(a, "end"))
#> [('x', 'x', 'x'), ('y', 'y', 'y'), ('z', 'z', 'z')] end
rows = sorted(["apple", "avocado", "beet", "cherry", "corn"], key=lambda w: w[0])
for letter, words in groupby(rows, key=lambda w: w[0]):
    print(letter, *words)
    #> a apple avocado
    #> b beet
    #> c cherry corn
for call in (lambda: tee([], -1), lambda: tee(5), lambda: groupby(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError n must be >= 0
        #> TypeError 'int' object is not iterable
        #> TypeError 'int' object is not iterable
