# `except*` gives every clause its part and raises what is left.
import sys


def run(error):
    out = []
    try:
        try:
            if error is not None:
                raise error
        except* ValueError as part:
            out.append(("value", part))
        except* (TypeError, KeyError) as part:
            out.append(("type or key", part))
        else:
            out.append("else")
        finally:
            out.append("finally")
    except BaseException as left:
        out.append(("left", left))
    print(out)


run(None)  #> ['else', 'finally']
run(ValueError(1))  #> [('value', ExceptionGroup('', (ValueError(1),))), 'finally']
run(OSError(2))  #> ['finally', ('left', OSError(2))]
run(ExceptionGroup("g", [ValueError(1), KeyError(2)]))
#> [('value', ExceptionGroup('g', [ValueError(1)])), ('type or key', ExceptionGroup('g', [KeyError(2)])), 'finally']
run(ExceptionGroup("g", [ValueError(1), OSError(2), ExceptionGroup("h", [TypeError(3), OSError(4)])]))
#> [('value', ExceptionGroup('g', [ValueError(1)])), ('type or key', ExceptionGroup('g', [ExceptionGroup('h', [TypeError(3)])])), 'finally', ('left', ExceptionGroup('g', [OSError(2), ExceptionGroup('h', [OSError(4)])]))]


def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise
    except* KeyError as part:
        raise RuntimeError("new") from part


try:
    again()
except BaseException as error:
    print(repr(error), repr(error.exceptions[0].__cause__), repr(error.exceptions[0].__context__))
    #> ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [ValueError(1), OSError(3)])]) ExceptionGroup('g', [KeyError(2)]) ExceptionGroup('g', [KeyError(2)])

for wrong in 5, ExceptionGroup, (ValueError, 7):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* wrong:
            pass
    except TypeError as error:
        print(error)
        #> catching classes that do not inherit from BaseException is not allowed
        #> catching ExceptionGroup with except* is not allowed. Use except instead.
        #> catching classes that do not inherit from BaseException is not allowed

try:
    try:
        raise ValueError(1)
    except* ValueError as part:
        raise KeyError(5)
except KeyError as error:
    print(repr(error), repr(error.__context__))  #> KeyError(5) ExceptionGroup('', (ValueError(1),))
try:
    part
except NameError as error:
    print(error)  #> name 'part' is not defined


def generate():
    try:
        yield 1
        raise ExceptionGroup("g", [ValueError(7)])
    except* ValueError as part:
        yield part.exceptions
        try:
            raise KeyError
        except* KeyError:
            yield "inner"
    yield "after"


print(list(generate()))  #> [1, (ValueError(7),), 'inner', 'after']
try:
    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
except* ValueError as part:
    print(repr(sys.exception()))  #> ExceptionGroup('a', [ValueError(1)])
    for i in range(3):
        if i == 1:
            break
except* TypeError:
    print(repr(sys.exception()))  #> ExceptionGroup('a', [TypeError(2)])
print(sys.exception())  #> None
