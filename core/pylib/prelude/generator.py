# Throwing into generators and closing them.


def generator_throw(gen, kind, value, traceback):
    exc = make_exception(kind, value)
    if traceback is not None:
        exc.__traceback__ = traceback
    return _generator_throw(gen, exc)


def make_exception(kind, value):
    if isinstance(kind, BaseException):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        return kind
    if isinstance(kind, type) and issubclass(kind, BaseException):
        if isinstance(value, kind):
            return value
        if value is None:
            return kind()
        if isinstance(value, tuple):
            return kind(*value)
        return kind(value)
    raise TypeError(
        "exceptions must be classes or instances deriving from BaseException, not %s" % type(kind).__name__
    )


def generator_close(gen):
    try:
        _generator_throw(gen, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError("%s ignored GeneratorExit" % type(gen).__name__)
