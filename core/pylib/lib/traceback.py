# Exceptions as text. Source lines are not to be had here: the places are files, lines and functions.

__all__ = (
    "extract_tb", "format_exception", "format_exception_only", "format_list", "format_tb", "print_exc", "format_exc",
    "print_exception", "print_list", "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException",
    "walk_tb",
)

# Of a place that repeats, so many are shown.
_REPEATS = 3


def __getattr__(name):
    if name in ("FrameSummary", "StackSummary", "TracebackException"):
        import _traceback_classes as home
    else:
        raise AttributeError("module 'traceback' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


def _places(tb, limit):
    # Triples of file, line and function, the newest last.
    places = []
    while tb is not None and (limit is None or limit < 0 or len(places) < limit):
        code = tb.tb_frame.f_code
        places.append((code.co_filename, tb.tb_lineno, code.co_name))
        tb = tb.tb_next
    return places[limit:] if limit is not None and limit < 0 else places


def format_list(extracted_list):
    lines = []
    last = None
    repeats = 0
    for file, line, name, *rest in extracted_list:
        place = (file, line, name)
        repeats = repeats + 1 if place == last else 1
        if place != last and last is not None:
            _add_repeats(lines, before)
        before = repeats
        last = place
        if repeats <= _REPEATS:
            text = '  File "%s", line %d, in %s\n' % place
            if rest and rest[0]:
                text += "    %s\n" % rest[0].strip()
            lines.append(text)
    if last is not None:
        _add_repeats(lines, repeats)
    return lines


def _add_repeats(lines, count):
    count -= _REPEATS
    if count > 0:
        lines.append("  [Previous line repeated %d more time%s]\n" % (count, "s" if count > 1 else ""))


def format_tb(tb, limit=None):
    return format_list(_places(tb, limit))


def extract_tb(tb, limit=None):
    from _traceback_classes import FrameSummary, StackSummary

    return StackSummary([FrameSummary(*place) for place in _places(tb, limit)])


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def format_exception_only(exc, value=None, /):
    if isinstance(exc, type):
        exc = value if value is not None else exc.__name__
    if exc is None:
        return ["NoneType: None\n"]
    if isinstance(exc, str):
        return [exc + "\n"]
    cls = type(exc)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = cls.__module__ + "." + name
    lines = []
    if isinstance(exc, SyntaxError) and exc.lineno is not None:
        lines, text = _syntax_error(exc)
    else:
        try:
            text = str(exc)
        except Exception:
            text = "<exception str() failed>"
    lines.append("%s: %s\n" % (name, text) if text else name + "\n")
    for note in getattr(exc, "__notes__", None) or ():
        lines.extend([line + "\n" for line in str(note).split("\n")])
    return lines


def _syntax_error(exc):
    lines = ['  File "%s", line %d\n' % (exc.filename or "<string>", exc.lineno)]
    if exc.text is not None:
        text = exc.text.rstrip("\n")
        shown = text.lstrip(" \n\f")
        lines.append("    %s\n" % shown)
        if exc.offset is not None and exc.offset >= 1:
            start = exc.offset - 1 - (len(text) - len(shown))
            end = getattr(exc, "end_offset", None)
            width = max(end - exc.offset, 1) if end and exc.end_lineno == exc.lineno else 1
            if start >= 0:
                lines.append("    %s%s\n" % (" " * start, "^" * width))
    return lines, exc.msg or "<no detail available>"


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    if isinstance(exc, type) or value is not None:
        exc = value
        given = tb
    else:
        given = None
    # Oldest first: an exception, its places, and how the next one came about.
    links = []
    seen = set()
    how = ""
    while exc is not None and id(exc) not in seen:
        seen.add(id(exc))
        trace = exc.__traceback__ if given is None else given
        given = None
        links.append((exc, trace, how))
        if not chain:
            break
        if exc.__cause__ is not None:
            exc = exc.__cause__
            how = "\nThe above exception was the direct cause of the following exception:\n\n"
        elif exc.__suppress_context__:
            break
        else:
            exc = exc.__context__
            how = "\nDuring handling of the above exception, another exception occurred:\n\n"
    lines = []
    for one, trace, how in reversed(links):
        if trace is not None:
            lines.append("Traceback (most recent call last):\n")
            lines.extend(format_tb(trace, limit))
        lines.extend(format_exception_only(one))
        if how:
            lines.append(how)
    return lines or ["NoneType: None\n"]


def format_exc(limit=None, chain=True):
    import sys

    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def _write(lines, file):
    if file is None:
        import sys

        file = sys.stderr
    for line in lines:
        file.write(line)


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    import sys

    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def clear_frames(tb):
    pass
