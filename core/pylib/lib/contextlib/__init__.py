# Tools for `with`. What is not `contextmanager` is imported on first use.

__all__ = (
    "contextmanager", "closing", "nullcontext", "AbstractContextManager", "ContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress",
)


def __getattr__(name):
    if name in ("closing", "nullcontext", "redirect_stdout", "redirect_stderr", "suppress"):
        from contextlib import _managers as home
    elif name == "ExitStack":
        from contextlib import _stack as home
    elif name in ("ContextDecorator", "AbstractContextManager"):
        from contextlib import _bases as home
    else:
        raise AttributeError("module 'contextlib' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


class _GeneratorContextManager:
    __slots__ = ("gen", "_again", "__weakref__")

    def __init__(self, gen, again):
        self.gen = gen
        self._again = again

    def __call__(self, func):
        # As a decorator: every call of the function has a context of its own.
        again = self._again

        def inner(*args, **kwds):
            with again():
                return func(*args, **kwds)

        from functools import update_wrapper

        return update_wrapper(inner, func)

    def __enter__(self):
        self._again = None
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, error, trace):
        if kind is None:
            for _ in self.gen:
                raise RuntimeError("generator didn't stop")
            return False
        if error is None:
            error = kind()
        try:
            self.gen.throw(error)
        except StopIteration as raised:
            # An end of the generator swallows the error, unless that is this StopIteration.
            return raised is not error
        except BaseException as raised:
            if raised is not error:
                # StopIteration leaves a generator as RuntimeError.
                is_wrapped = isinstance(raised, RuntimeError) and isinstance(error, StopIteration)
                if not is_wrapped or raised.__cause__ is not error:
                    raise
            error.__traceback__ = trace
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    from functools import update_wrapper

    def helper(*args, **kwds):
        again = lambda: helper(*args, **kwds)
        return _GeneratorContextManager(func(*args, **kwds), again)

    return update_wrapper(helper, func)
