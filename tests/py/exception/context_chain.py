# __context__ links an exception to the one being handled; from sets __cause__.
def chain(error):
    out = []
    while error:
        out.append(repr(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return out
try:
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
    except KeyError as b:
        raise TypeError("c") from b
except TypeError as error:
    print(chain(error), error.__cause__ is error.__context__, error.__suppress_context__)
    #> ["TypeError('c')", "KeyError('b')", "ValueError('a')"] True True
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None
except ValueError as error:
    print(chain(error), repr(error.__context__), error.__cause__, error.__suppress_context__)
    #> ["ValueError('clean')"] ZeroDivisionError('division by zero') None True
try:
    raise KeyError("x") from ValueError
except KeyError as error:
    print(repr(error.__cause__))  #> ValueError()
try:
    try:
        1 / 0
    finally:
        raise ValueError("in finally")
except ValueError as error:
    print(repr(error.__context__))  #> ZeroDivisionError('division by zero')
