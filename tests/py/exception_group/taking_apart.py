# `split`, `subgroup` and `derive` keep the shape of a group.
def tell(work, *args):
    try:
        print(repr(work(*args)))
    except Exception as error:
        print(type(error).__name__, error)


inner = ExceptionGroup("n", [OSError(3), ValueError(4)])
group = ExceptionGroup("m", [ValueError(1), TypeError("t"), inner])
print(group.split(ValueError))
#> (ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(4)])]), ExceptionGroup('m', [TypeError('t'), ExceptionGroup('n', [OSError(3)])]))
print(group.split((TypeError, OSError)))
#> (ExceptionGroup('m', [TypeError('t'), ExceptionGroup('n', [OSError(3)])]), ExceptionGroup('m', [ValueError(1), ExceptionGroup('n', [ValueError(4)])]))
print(group.split(ExceptionGroup))
#> (ExceptionGroup('m', [ValueError(1), TypeError('t'), ExceptionGroup('n', [OSError(3), ValueError(4)])]), None)
print(group.subgroup(lambda error: isinstance(error, OSError)))  #> m (1 sub-exception)
print(group.subgroup(KeyError), group.derive([KeyError(1)]))  #> None m (1 sub-exception)
tell(group.split, 5)  #> TypeError expected a function, exception type or tuple of exception types
tell(group.subgroup, int)
#> TypeError expected a function, exception type or tuple of exception types


class Coded(ExceptionGroup):
    def __new__(cls, message, exceptions, code):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def derive(self, exceptions):
        return Coded(self.message, exceptions, self.code)


class Plain(ExceptionGroup):
    pass


found, rest = Coded("my", [ValueError(1), KeyError(2)], 42).split(ValueError)
print(repr(found), found.code, repr(rest), rest.code)
#> Coded('my', [ValueError(1)], 42) 42 Coded('my', [KeyError(2)], 42) 42
plain = Plain("x", [ValueError(1), KeyError(2)])
print(plain.subgroup(Exception) is plain, type(plain.subgroup(KeyError)))
#> True <class 'ExceptionGroup'>
group.add_note("hi")
group.__cause__ = KeyError("c")
part = group.subgroup(ValueError)
print(part.__notes__, part.__notes__ is group.__notes__, repr(part.__cause__), part.__suppress_context__)
#> ['hi'] False KeyError('c') True
