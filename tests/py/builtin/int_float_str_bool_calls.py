# Type calls without arguments and with keywords.
print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes(), bytearray(), range(0), object().__class__)
#> 0 0.0  False [] () {} set() frozenset() b'' bytearray(b'') range(0, 0) <class 'object'>
print(int("10", base=2), str(b"a", encoding="utf-8"), str(object=1), dict(a=1), list("ab"), sum([1], start=1), enumerate("a", start=1).__next__())
#> 2 a 1 {'a': 1} ['a', 'b'] 2 (1, 'a')
for call in (lambda: int(x=5), lambda: float(x=1), lambda: list(iterable=[]), lambda: tuple(1, 2), lambda: bool(1, 2), lambda: int("1", 2, 3), lambda: float(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'x' is an invalid keyword argument for int()
        #> float() takes no keyword arguments
        #> list() takes no keyword arguments
        #> tuple expected at most 1 argument, got 2
        #> bool expected at most 1 argument, got 2
        #> int() takes at most 2 arguments (3 given)
        #> float expected at most 1 argument, got 2
