# Exception groups are made by rules.
def tell(work, *args):
    try:
        print(repr(work(*args)))
    except BaseException as error:
        print(type(error).__name__, error)


tell(ExceptionGroup)  #> TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
tell(ExceptionGroup, "a")
#> TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
tell(ExceptionGroup, 1, [ValueError()])
#> TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
tell(ExceptionGroup, "a", [])
#> ValueError second argument (exceptions) must be a non-empty sequence
tell(ExceptionGroup, "a", [1])
#> ValueError Item 0 of second argument (exceptions) is not an exception
tell(ExceptionGroup, "a", 5)  #> TypeError second argument (exceptions) must be a sequence
tell(ExceptionGroup, "a", {ValueError()})
#> TypeError second argument (exceptions) must be a sequence
tell(ExceptionGroup, "a", (ValueError(1),))  #> ExceptionGroup('a', (ValueError(1),))
tell(ExceptionGroup, "a", [KeyboardInterrupt()])
#> TypeError Cannot nest BaseExceptions in an ExceptionGroup
tell(BaseExceptionGroup, "a", [KeyboardInterrupt()])
#> BaseExceptionGroup('a', [KeyboardInterrupt()])
tell(BaseExceptionGroup, "a", [ValueError()])  #> ExceptionGroup('a', [ValueError()])
print(ExceptionGroup.__mro__, ExceptionGroup.__bases__)
#> (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) (<class 'BaseExceptionGroup'>, <class 'Exception'>)
group = ExceptionGroup("m", [ValueError(1), TypeError("t")])
print(group.message, group.exceptions, group.args, str(group), ExceptionGroup("n", [group]))
#> m (ValueError(1), TypeError('t')) ('m', [ValueError(1), TypeError('t')]) m (2 sub-exceptions) n (1 sub-exception)


class Own(ExceptionGroup):
    pass


print(repr(Own("x", [ValueError(1)])))  #> Own('x', [ValueError(1)])
tell(Own, "x", [KeyboardInterrupt()])  #> TypeError Cannot nest BaseExceptions in 'Own'
print(ExceptionGroup[int])  #> ExceptionGroup[int]
