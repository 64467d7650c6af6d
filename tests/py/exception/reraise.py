# A bare raise raises the exception being handled again.
def f():
    try:
        raise ValueError("original")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
try:
    f()
except ValueError as error:
    print(error, error.__context__)  #> original None
def helper():
    raise
try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except ZeroDivisionError as error:
    print("from helper:", error)  #> from helper: division by zero
