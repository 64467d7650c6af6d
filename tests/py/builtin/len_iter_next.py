# len, iter and next.
print(len([1, 2]), len("é日"), len({}), len(range(0, 10, 3)), len(b"abc"), len({1}), len(()))
#> 2 2 0 4 3 1 0
it = iter([1])
print(next(it), next(it, None), next(iter(()), "default"))  #> 1 None default
for call in (lambda: len(5), lambda: len(x for x in []), lambda: next(5), lambda: iter(5), lambda: next(), lambda: len(int), lambda: len(None)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> object of type 'int' has no len()
        #> object of type 'generator' has no len()
        #> 'int' object is not an iterator
        #> 'int' object is not iterable
        #> next expected at least 1 argument, got 0
        #> object of type 'type' has no len()
        #> object of type 'NoneType' has no len()
try:
    next(it)
except StopIteration as stop:
    print(repr(stop))  #> StopIteration()
