# The lazy builtins.
print(list(map(lambda x: x * 2, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])), list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(None, [0, 1, "", "a"])))
#> [2, 4] [11, 22] [] [2, 3] [1, 'a']
print(list(zip()), list(zip("abc", [1, 2])), list(zip("ab", "cd", "ef")), list(enumerate("ab", 5)), list(enumerate([], 1)), list(enumerate("x", start=2**31)))
#> [] [('a', 1), ('b', 2)] [('a', 'c', 'e'), ('b', 'd', 'f')] [(5, 'a'), (6, 'b')] [] [(2147483648, 'x')]
a = iter([1, 2, 3, 4])
print(list(zip(a, a)), dict(map(lambda kv: (kv[1], kv[0]), {"a": 1}.items())))
#> [(1, 2), (3, 4)] {1: 'a'}
try:
    list(zip("ab", "c", strict=True))
except ValueError as error:
    print(error)  #> zip() argument 2 is shorter than argument 1
try:
    list(zip("a", "cd", strict=True))
except ValueError as error:
    print(error)  #> zip() argument 2 is longer than argument 1
for call in (lambda: map(str), lambda: map(), lambda: filter(None), lambda: enumerate(), lambda: zip(5), lambda: list(map(5, [1]))):
    try:
        call()
    except TypeError as error:
        print(error)
        #> map() must have at least two arguments.
        #> map() must have at least two arguments.
        #> filter expected 2 arguments, got 1
        #> enumerate() missing required argument 'iterable'
        #> 'int' object is not iterable
        #> 'int' object is not callable
