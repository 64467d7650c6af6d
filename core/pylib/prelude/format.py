# format(), str.format and % where script code has a say.


def format_object(obj, spec):
    result = type(obj).__format__(obj, spec)
    if not isinstance(result, str):
        raise TypeError("__format__ must return a str, not %s" % type(result).__name__)
    return result


def str_format(text, args, kwargs):
    # The number of the next field without a name; -1 once a field was numbered.
    return _format_text(text, args, kwargs, [0], 2)


def _format_text(text, args, kwargs, auto, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    result = []
    for piece in _format_parse(text):
        if isinstance(piece, str):
            result.append(piece)
            continue
        name, conversion, spec = piece
        value = _format_value(name, args, kwargs, auto)
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion is not None:
            shown = conversion if " " < conversion < "\x7f" else "\\x%x" % ord(conversion)
            raise ValueError("Unknown conversion specifier " + shown)
        if "{" in spec or "}" in spec:
            spec = _format_text(spec, args, kwargs, auto, depth - 1)
        result.append(format(value, spec))
    return "".join(result)


def _format_value(name, args, kwargs, auto):
    steps = _format_name(name)
    first = steps[0]
    if first == "":
        if auto[0] < 0:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        first = auto[0]
        auto[0] = first + 1
    elif isinstance(first, int):
        if auto[0] > 0:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        auto[0] = -1
    if isinstance(first, int):
        if args is None:
            raise ValueError("Format string contains positional fields")
        if first >= len(args):
            raise IndexError("Replacement index %d out of range for positional args tuple" % first)
        value = args[first]
    elif kwargs is None:
        raise KeyError(first)
    else:
        value = kwargs[first]
    i = 1
    while i < len(steps):
        is_attribute, key = steps[i]
        value = getattr(value, key) if is_attribute else value[key]
        i += 1
    return value


def percent_str(text, args):
    return _percent(text, args, False)


def percent_bytes(data, args):
    return _percent(data, args, True)


def _percent(text, args, is_bytes):
    plan = _percent_plan(text, args)
    given = args if isinstance(args, tuple) else (args,)
    values = []
    taken = 0
    by_key = False
    i = 1
    while i < len(plan):
        key = plan[i]
        code = plan[i + 1]
        i += 2
        if key is not None:
            by_key = True
            value = args[key]
        else:
            if taken >= len(given):
                raise TypeError("not enough arguments for format string")
            value = given[taken]
            taken += 1
        values.append(_percent_value(value, code, is_bytes))
    if not by_key and isinstance(args, tuple):
        # Too many are an error, which is found where too few would be.
        values.extend(given[taken:])
    elif not by_key and taken == 0 and not hasattr(type(args), "__getitem__"):
        values.append(args)
    plain = plan[0]
    if isinstance(text, bytearray):
        return bytearray(plain % tuple(values))
    return plain % tuple(values)


def _percent_value(value, code, is_bytes):
    if code == "s" or code == "b":
        if not is_bytes:
            return str(value)
        if isinstance(value, (bytes, bytearray)):
            return value
        if hasattr(type(value), "__bytes__"):
            return bytes(value)
        return value
    if code == "r" or code == "a":
        if is_bytes:
            return ascii(value).encode("ascii")
        return repr(value) if code == "r" else ascii(value)
    if isinstance(value, (int, float, str, bytes)):
        return value
    if code in "diu":
        return int(value) if hasattr(type(value), "__int__") else _to_index(value)
    if code in "oxXc*":
        return _to_index(value)
    if code in "eEfFgG" and (hasattr(type(value), "__float__") or hasattr(type(value), "__index__")):
        return float(value)
    return value
