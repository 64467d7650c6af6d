# Exception groups: making them, taking them apart, `except*`.


def group_new(cls, args):
    if len(args) != 2:
        raise TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)" % len(args))
    message, given = args
    if not isinstance(message, str):
        raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s" % type(message).__name__)
    if _lookup(type(given), "__getitem__") is None or isinstance(given, dict):
        raise TypeError("second argument (exceptions) must be a sequence")
    given = tuple(given)
    if not given:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    is_plain = True
    i = 0
    for exc in given:
        if not isinstance(exc, BaseException):
            raise ValueError("Item %d of second argument (exceptions) is not an exception" % i)
        is_plain = is_plain and isinstance(exc, Exception)
        i += 1
    if cls is BaseExceptionGroup:
        if is_plain:
            cls = ExceptionGroup
    elif not is_plain and issubclass(cls, Exception):
        if cls is ExceptionGroup:
            raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        raise TypeError("Cannot nest BaseExceptions in '%s'" % cls.__name__)
    return _make_group(cls, message, given, args)


def group_condition(wanted):
    if isinstance(wanted, type) and issubclass(wanted, BaseException):
        return lambda exc: isinstance(exc, wanted)
    if isinstance(wanted, tuple):
        for cls in wanted:
            if not (isinstance(cls, type) and issubclass(cls, BaseException)):
                break
        else:
            return lambda exc: isinstance(exc, wanted)
    elif not isinstance(wanted, type) and callable(wanted):
        return wanted
    raise TypeError("expected a function, exception type or tuple of exception types")


def group_split(group, wanted):
    return _divide(group, group_condition(wanted), True)


def group_subgroup(group, wanted):
    return _divide(group, group_condition(wanted), False)[0]


def _divide(exc, is_wanted, keeps_rest):
    if is_wanted(exc):
        return exc, None
    if not isinstance(exc, BaseExceptionGroup):
        return None, exc
    found = []
    rest = []
    for inner in exc.exceptions:
        match, other = _divide(inner, is_wanted, keeps_rest)
        if match is not None:
            found.append(match)
        if other is not None:
            rest.append(other)
    return _part(exc, found), _part(exc, rest) if keeps_rest else None


def _part(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    if group.__cause__ is not None or group.__suppress_context__:
        part.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        part.__notes__ = list(notes)
    return part


def star_begin(exc):
    # The exception, what no clause has taken of it, and what clauses raised.
    return [exc, exc, []]


def star_match(state, wanted):
    for cls in wanted if isinstance(wanted, tuple) else (wanted,):
        if not (isinstance(cls, type) and issubclass(cls, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    rest = state[1]
    if rest is None:
        return None
    if isinstance(rest, wanted):
        state[1] = None
        return rest if isinstance(rest, BaseExceptionGroup) else BaseExceptionGroup("", (rest,))
    if not isinstance(rest, BaseExceptionGroup):
        return None
    match, rest = rest.split(wanted)
    if match is not None:
        state[1] = rest
    return match


def star_note(state, exc):
    state[2].append(exc)


def star_end(state):
    orig, rest, results = state
    if rest is not None:
        results.append(rest)
    if not isinstance(orig, BaseExceptionGroup):
        # At most one clause has run.
        return results[0] if results else None
    raised = []
    kept = set()
    for exc in results:
        if _is_same(exc, orig):
            _leaves(exc, kept)
        else:
            raised.append(exc)
    if kept:
        again = _divide(orig, lambda exc: id(exc) in kept, False)[0]
        if not raised:
            return again
        raised.append(again)
    if len(raised) > 1:
        return BaseExceptionGroup("", raised)
    return raised[0] if raised else None


def _is_same(exc, orig):
    # A part that a clause raised again as it was, not something new.
    return (
        isinstance(exc, BaseExceptionGroup)
        and getattr(exc, "__notes__", None) == getattr(orig, "__notes__", None)
        and exc.__traceback__ is orig.__traceback__
        and exc.__cause__ is orig.__cause__
        and exc.__context__ is orig.__context__
    )


def _leaves(exc, into):
    if isinstance(exc, BaseExceptionGroup):
        for inner in exc.exceptions:
            _leaves(inner, into)
    else:
        into.add(id(exc))
