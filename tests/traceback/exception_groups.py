import traceback
def f():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            raise KeyError("x") from e
    except KeyError as e:
        e.add_note("note one\ntwo")
        k = e
    try:
        raise TypeError("t")
    except TypeError as e:
        t = e
    inner = ExceptionGroup("inner", [t, OSError(2, "no")])
    raise ExceptionGroup("outer", [k, inner, ValueError("plain")])
try:
    f()
except* OSError as e:
    print(repr(e), e.exceptions)
    raise IndexError("bad")
except* TypeError as e:
    print(repr(e))
