# Writing JSON: piece after piece of the text is handed to a function. The options of a call go down as a
# tuple; functions that knew each other as closures would be a cycle for the collector.

_ESCAPES = '"\\\n\r\t\f\b'
_LETTERS = '"\\nrtfb'


def escape(text, ensure_ascii):
    """A string in quotes."""
    if text.isprintable() and (text.isascii() or not ensure_ascii) and '"' not in text and "\\" not in text:
        return '"%s"' % text
    parts = ['"']
    for char in text:
        place = _ESCAPES.find(char)
        if place >= 0:
            char = "\\" + _LETTERS[place]
        elif char < " " or ensure_ascii and char > "~":
            code = ord(char)
            if code > 0xFFFF:
                code -= 0x10000
                char = "\\u%04x\\u%04x" % (0xD800 | code >> 10, 0xDC00 | code & 0x3FF)
            else:
                char = "\\u%04x" % code
        parts.append(char)
    parts.append('"')
    return "".join(parts)


def float_text(number, allow_nan, indent):
    text = float.__repr__(number)
    if text[-1] in "nf":
        text = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[text]
        if not allow_nan:
            # CPython has two encoders; the one that indents shows the number.
            shown = "" if indent is None else ": %r" % number
            raise ValueError("Out of range float values are not JSON compliant" + shown)
    return text


def refuse(obj):
    raise TypeError("Object of type %s is not JSON serializable" % type(obj).__name__)


def options(write, default, ensure_ascii, check_circular, allow_nan, skipkeys, sort_keys, indent, separators):
    """What the other functions want to know: the tuple that they unpack."""
    if separators is not None:
        item_separator, key_separator = separators
    else:
        item_separator, key_separator = ", " if indent is None else ",", ": "
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    if default is None:
        default = refuse
    # The containers that are being written, by id.
    open_ids = set() if check_circular else None
    return (
        write, ensure_ascii, allow_nan, indent, item_separator, key_separator, sort_keys, skipkeys, default, open_ids
    )


def scalar(value, config):
    """The text of what is no container, or None."""
    if isinstance(value, str):
        return escape(value, config[1])
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float_text(value, config[2], config[3])


def key_text(key, config):
    if not isinstance(key, str):
        found = scalar(key, config)
        if found is None:
            if config[7]:
                return None
            raise TypeError("keys must be str, int, float, bool or None, not " + type(key).__name__)
        key = found
    return escape(key, config[1])


def _row(values, config, level):
    write, _, _, indent, between, *_ = config
    end = ""
    write("[")
    if indent is not None:
        end = "\n" + indent * level
        between += end + indent
        write(end + indent)
    is_first = True
    for value in values:
        if not is_first:
            write(between)
        is_first = False
        emit(value, config, level + 1)
    write(end + "]")


def _mapping(pairs, config, level):
    write, _, _, indent, between, key_separator, sort_keys, *_ = config
    end = ""
    write("{")
    if indent is not None:
        end = "\n" + indent * level
        between += end + indent
        write(end + indent)
    is_first = True
    for key, value in sorted(pairs) if sort_keys else pairs:
        key = key_text(key, config)
        if key is None:
            continue
        if not is_first:
            write(between)
        is_first = False
        write(key)
        write(key_separator)
        emit(value, config, level + 1)
    write(end + "}")


def emit(value, config, level):
    text = scalar(value, config)
    if text is not None:
        config[0](text)
        return
    if isinstance(value, (list, tuple)):
        if not value:
            config[0]("[]")
            return
    elif isinstance(value, dict) and not value:
        config[0]("{}")
        return
    open_ids = config[9]
    if open_ids is not None:
        key = id(value)
        if key in open_ids:
            raise ValueError("Circular reference detected")
        open_ids.add(key)
    if isinstance(value, (list, tuple)):
        _row(value, config, level)
    elif isinstance(value, dict):
        _mapping(value.items(), config, level)
    else:
        emit(config[8](value), config, level)
    if open_ids is not None:
        open_ids.remove(key)
