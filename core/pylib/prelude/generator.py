# Throwing into generators and closing them; what coroutines wait for.


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
            return check_made(kind, kind())
        made = kind(*value) if isinstance(value, tuple) else kind(value)
        return check_made(kind, made)
    raise TypeError(
        "exceptions must be classes or instances deriving from BaseException, not %s" % type(kind).__name__
    )


def check_made(kind, made):
    if isinstance(made, BaseException):
        return made
    raise TypeError(
        "calling %r should have returned an instance of BaseException, not %s" % (kind, type(made).__name__)
    )


def generator_close(gen):
    try:
        _generator_throw(gen, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError("%s ignored GeneratorExit" % type(gen).__name__.replace("_", " "))


def await_iterator(obj, text="object %s can't be used in 'await' expression"):
    if _waits_itself(obj):
        return obj
    hook = _lookup(type(obj), "__await__")
    if hook is None:
        raise TypeError(text % type(obj).__name__)
    it = type(obj).__await__(obj)
    if _waits_itself(it):
        raise TypeError("__await__() returned a coroutine")
    if _lookup(type(it), "__next__") is None:
        raise TypeError("__await__() returned non-iterator of type '%s'" % type(it).__name__)
    return it


def coroutine_wrapper(coro):
    return (yield from coro)


def async_iter(obj):
    cls = type(obj)
    if _lookup(cls, "__aiter__") is None:
        raise TypeError("'async for' requires an object with __aiter__ method, got %s" % cls.__name__)
    it = cls.__aiter__(obj)
    if _lookup(type(it), "__anext__") is None:
        raise TypeError(
            "'async for' received an object from __aiter__ that does not implement __anext__: %s" % type(it).__name__
        )
    return it


def async_next(it):
    if _lookup(type(it), "__anext__") is None:
        raise TypeError("'async for' requires an iterator with __anext__ method, got %s" % type(it).__name__)
    return await_iterator(type(it).__anext__(it), "'async for' received an invalid object from __anext__: %s")


def is_async_end(exc):
    return isinstance(exc, StopAsyncIteration)


def async_exit(manager):
    cls = type(manager)
    text = "'%s' object does not support the asynchronous context manager protocol"
    if _lookup(cls, "__aenter__") is None:
        raise TypeError(text % cls.__name__)
    if _lookup(cls, "__aexit__") is None:
        raise TypeError((text + " (missed __aexit__ method)") % cls.__name__)
    return _bind_special(cls, "__aexit__", manager)


def _bind_special(cls, name, obj):
    hook = _lookup(cls, name)
    get = _lookup(type(hook), "__get__")
    return hook if get is None else get(hook, obj, cls)


def async_enter(manager):
    cls = type(manager)
    text = "'async with' received an object from __aenter__ that does not implement __await__: %s"
    return await_iterator(_bind_special(cls, "__aenter__", manager)(), text)


def async_generator_asend(gen, value):
    # Passes on what the generator waits for, until it stands at a `yield` of its own.
    if gen.ag_running:
        raise RuntimeError("anext(): asynchronous generator is already running")
    try:
        result = _generator_send(gen, value)
        while _generator_waits(gen):
            try:
                value = yield result
            except GeneratorExit:
                raise
            except BaseException as exc:
                result = _generator_throw(gen, exc)
            else:
                result = _generator_send(gen, value)
    except StopIteration:
        pass
    else:
        return result
    raise StopAsyncIteration


def async_generator_athrow(gen, kind, value, traceback):
    # Without an exception it is `aclose`.
    if gen.ag_running:
        name = "aclose" if kind is None else "athrow"
        raise RuntimeError("%s(): asynchronous generator is already running" % name)
    if gen.ag_frame is None:
        if kind is not None:
            raise StopAsyncIteration
        return
    exc = GeneratorExit() if kind is None else make_exception(kind, value)
    if traceback is not None:
        exc.__traceback__ = traceback
    try:
        result = _generator_throw(gen, exc)
        while _generator_waits(gen):
            try:
                value = yield result
            except GeneratorExit:
                raise
            except BaseException as exc:
                result = _generator_throw(gen, exc)
            else:
                result = _generator_send(gen, value)
    except (StopIteration, StopAsyncIteration, GeneratorExit) as exc:
        if kind is not None and not isinstance(exc, StopIteration):
            raise
    else:
        if kind is not None:
            return result
        raise RuntimeError("async generator ignored GeneratorExit")
    if kind is not None:
        raise StopAsyncIteration


async def async_next_or(it, default):
    try:
        return await it.__anext__()
    except StopAsyncIteration:
        return default


def aiter_of(obj):
    cls = type(obj)
    if _lookup(cls, "__aiter__") is None:
        raise TypeError("'%s' object is not an async iterable" % cls.__name__)
    it = cls.__aiter__(obj)
    if _lookup(type(it), "__anext__") is None:
        raise TypeError("aiter() returned not an async iterator of type '%s'" % type(it).__name__)
    return it


def anext_of(it, *default):
    if _lookup(type(it), "__anext__") is None:
        raise TypeError("'%s' object is not an async iterator" % type(it).__name__)
    return async_next_or(it, default[0]) if default else type(it).__anext__(it)
