# Writing JSON: a function that hands piece after piece of the text to another.

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


def float_text(number, allow_nan):
    text = float.__repr__(number)
    if text[-1] in "nf":
        text = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[text]
        if not allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
    return text


def refuse(obj):
    raise TypeError("Object of type %s is not JSON serializable" % type(obj).__name__)


# tidy: long, because the functions inside of it share what it was called with.
def writer(write, default, ensure_ascii, check_circular, allow_nan, skipkeys, sort_keys, indent, separators):
    if separators is not None:
        item_separator, key_separator = separators
    else:
        item_separator, key_separator = ", " if indent is None else ",", ": "
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    if default is None:
        default = refuse
    # The containers that are being written, by id.
    open_ids = set()

    def scalar(value):
        if isinstance(value, str):
            return escape(value, ensure_ascii)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return float_text(value, allow_nan)

    def key_text(key):
        if not isinstance(key, str):
            found = scalar(key)
            if found is None:
                if skipkeys:
                    return None
                raise TypeError("keys must be str, int, float, bool or None, not " + type(key).__name__)
            key = found
        return escape(key, ensure_ascii)

    def row(values, level):
        between = item_separator
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
            emit(value, level + 1)
        write(end + "]")

    def mapping(pairs, level):
        between = item_separator
        end = ""
        write("{")
        if indent is not None:
            end = "\n" + indent * level
            between += end + indent
            write(end + indent)
        is_first = True
        for key, value in sorted(pairs) if sort_keys else pairs:
            key = key_text(key)
            if key is None:
                continue
            if not is_first:
                write(between)
            is_first = False
            write(key)
            write(key_separator)
            emit(value, level + 1)
        write(end + "}")

    def emit(value, level):
        text = scalar(value)
        if text is not None:
            write(text)
            return
        if isinstance(value, (list, tuple)):
            if not value:
                write("[]")
                return
        elif isinstance(value, dict) and not value:
            write("{}")
            return
        if check_circular:
            key = id(value)
            if key in open_ids:
                raise ValueError("Circular reference detected")
            open_ids.add(key)
        if isinstance(value, (list, tuple)):
            row(value, level)
        elif isinstance(value, dict):
            mapping(value.items(), level)
        else:
            emit(default(value), level)
        if check_circular:
            open_ids.remove(key)

    return emit
