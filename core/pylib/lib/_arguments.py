# Arguments given to functions whose parameters are only known at run time: `__init__` of a data class,
# `__new__` of a named tuple.


def bind(function, names, keyword_only, defaults, args, kwargs, absent):
    """Values for `names` and then `keyword_only`, in that order; `absent` where there is a default that
    `defaults` (a mapping from names) only announces. `function` is asked for its name when this fails."""
    if len(args) > len(names):
        _too_many(function(), names, keyword_only, defaults, args, kwargs)
    values = list(args)
    missing = []
    used = 0
    for name in names[len(args) :]:
        if name in kwargs:
            values.append(kwargs[name])
            used += 1
        elif name in defaults:
            values.append(absent)
        else:
            missing.append(name)
    missing_keywords = []
    for name in keyword_only:
        if name in kwargs:
            values.append(kwargs[name])
            used += 1
        elif name in defaults:
            values.append(absent)
        else:
            missing_keywords.append(name)
    if used < len(kwargs):
        _unexpected(function(), names, keyword_only, len(args), kwargs)
    if missing:
        _missing(function(), "positional", missing)
    if missing_keywords:
        _missing(function(), "keyword-only", missing_keywords)
    return values


def _unexpected(function, names, keyword_only, n_given, kwargs):
    for name in kwargs:
        if name in names[:n_given]:
            raise TypeError("%s() got multiple values for argument '%s'" % (function, name))
        if name not in names and name not in keyword_only:
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (function, name))


def _too_many(function, names, keyword_only, defaults, args, kwargs):
    _unexpected(function, names, keyword_only, len(args), kwargs)
    # `self` counts.
    most = len(names) + 1
    least = most - len([name for name in names if name in defaults])
    takes = "%d" % most if least == most else "from %d to %d" % (least, most)
    given = len(args) + 1
    also = len([name for name in kwargs if name in keyword_only])
    if also:
        also = " positional argument%s (and %d keyword-only argument%s)" % (_s(given), also, _s(also))
    else:
        also = ""
    were = "was" if given == 1 and not also else "were"
    raise TypeError(
        "%s() takes %s positional argument%s but %d%s %s given" % (function, takes, _s(most), given, also, were)
    )


def _missing(function, kind, names):
    names = ["'%s'" % name for name in names]
    text = names[-1]
    if len(names) > 1:
        text = ", ".join(names[:-1]) + ("," if len(names) > 2 else "") + " and " + text
    raise TypeError("%s() missing %d required %s argument%s: %s" % (function, len(names), kind, _s(len(names)), text))


def _s(count):
    return "" if count == 1 else "s"
