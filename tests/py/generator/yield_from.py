# yield from delegates values, results and nesting.
def inner():
    yield 1
    yield 2
    return "inner result"
def outer():
    result = yield from inner()
    yield result
    yield from [3, 4]
    yield from "ab"
    yield from range(2)
print(list(outer()))  #> [1, 2, 'inner result', 3, 4, 'a', 'b', 0, 1]
def depth(n):
    if n:
        yield from depth(n - 1)
    yield n
print(list(depth(20)))
#> [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
def wrong():
    yield from 5
try:
    list(wrong())
except TypeError as error:
    print(error)  #> 'int' object is not iterable
