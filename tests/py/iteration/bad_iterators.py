# What is not iterable and what is not an iterator.
class NoNext:
    def __iter__(self): return 5
class NotCallable:
    __iter__ = None
for call in (lambda: iter(5), lambda: [x for x in None], lambda: iter(NoNext()), lambda: next(5), lambda: next([1]), lambda: list(NotCallable()), lambda: [*5], lambda: (lambda *a: a)(*5), lambda: 1 in 5, lambda: max(5), lambda: dict([1]), lambda: zip(1), lambda: iter(int)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'int' object is not iterable
        #> 'NoneType' object is not iterable
        #> iter() returned non-iterator of type 'int'
        #> 'int' object is not an iterator
        #> 'list' object is not an iterator
        #> 'NotCallable' object is not iterable
        #> Value after * must be an iterable, not int
        #> __main__.<lambda>.<locals>.<lambda>() argument after * must be an iterable, not int
        #> argument of type 'int' is not iterable
        #> 'int' object is not iterable
        #> cannot convert dictionary update sequence element #0 to a sequence
        #> 'int' object is not iterable
        #> 'type' object is not iterable
