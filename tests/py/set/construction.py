# Sets from displays and iterables; empty set; frozenset.
print(set(), frozenset(), {1}, frozenset({1}), {5, 5, 5}, len({1, 1.0, True}), sorted(set("hello")), sorted({*range(3), *"a"}, key=str))
#> set() frozenset() {1} frozenset({1}) {5} 1 ['e', 'h', 'l', 'o'] [0, 1, 2, 'a']
print(sorted(set([3, 1, 2, 1])), len(set(range(1000))), set([(1, 2)]), frozenset("a"), set() == frozenset(), type({1}) is set)
#> [1, 2, 3] 1000 {(1, 2)} frozenset({'a'}) True True
for call in (lambda: set(5), lambda: {[]}, lambda: set([[]]), lambda: {{}}, lambda: hash(set())):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'int' object is not iterable
        #> unhashable type: 'list'
        #> unhashable type: 'list'
        #> unhashable type: 'dict'
        #> unhashable type: 'set'
