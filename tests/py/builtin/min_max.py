# min and max: arguments, iterables, key, default, first of equals.
print(min(3, 1, 2), max(3, 1, 2), min([3, 1]), max("hello"), min(["b", "a"], key=lambda x: -ord(x)), max([], default="none"), min((), default=None), max(1, 2.5), min("a", "b", key=ord))
#> 1 3 1 o b none None 2.5 a
print(max([(1, "a"), (1, "b")]), max([(1, "a"), (1, "b")], key=lambda p: p[0]), min([True, 1, 1.0]), max([1, True]), max({"a": 5, "b": 9}), min(x * x for x in (-3, 2)), max([2, 3], key=None))
#> (1, 'b') (1, 'a') True 1 b 4 3
for call in (lambda: min(), lambda: max([]), lambda: min(5), lambda: max(1, "a"), lambda: max(1, 2, default=3), lambda: min([1], foo=2), lambda: max(1, 2, key=5)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError min expected at least 1 argument, got 0
        #> ValueError max() arg is an empty sequence
        #> TypeError 'int' object is not iterable
        #> TypeError '>' not supported between instances of 'str' and 'int'
        #> TypeError Cannot specify a default for max() with multiple positional arguments
        #> TypeError 'foo' is an invalid keyword argument for min()
        #> TypeError 'int' object is not callable
