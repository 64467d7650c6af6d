def f():
    raise ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("in", [KeyError("k"), ExceptionGroup("deep", [OSError("o")])])])
try:
    f()
except Exception as e:
    try:
        1/0
    except ZeroDivisionError as z:
        raise RuntimeError("last") from e
