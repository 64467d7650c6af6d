# Contexts that are entered one by one and left together.
__name__ = "contextlib"


class ExitStack:
    def __init__(self):
        # Functions that take what `__exit__` takes, newest last.
        self._exits = []

    def pop_all(self):
        made = type(self)()
        made._exits = self._exits
        self._exits = []
        return made

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        if leave is None:
            self._exits.append(exit)
        else:
            self._exits.append(lambda *details: leave(exit, *details))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        enter = getattr(cls, "__enter__", None)
        if enter is None or getattr(cls, "__exit__", None) is None:
            raise TypeError(
                "'%s.%s' object does not support the context manager protocol" % (cls.__module__, cls.__qualname__)
            )
        result = enter(cm)
        self.push(cm)
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(kind, error, trace):
            callback(*args, **kwds)

        self._exits.append(leave)
        return callback

    def __enter__(self):
        return self

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, error, trace):
        outer = error
        pending = error
        was_raised = False
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(None if pending is None else type(pending), pending, pending and pending.__traceback__):
                    pending = None
                    was_raised = False
            except BaseException as raised:
                _chain(raised, pending, outer)
                pending = raised
                was_raised = True
        if was_raised:
            context = pending.__context__
            try:
                raise pending
            finally:
                # Raising here must not say that it happened while handling what is already chained.
                pending.__context__ = context
        return outer is not None and pending is None


def _chain(raised, pending, outer):
    # As if the `with` statements were nested: what was raised last happened while `pending` was handled.
    while True:
        context = raised.__context__
        if context is None or context is pending:
            return
        if context is outer:
            break
        raised = context
    raised.__context__ = pending
