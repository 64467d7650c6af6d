# Reading JSON. The text is read as bytes, because any byte can be reached at once; a place in it becomes a
# place in the text only when there is an error to report.

_QUOTE, _BACKSLASH, _COMMA, _COLON, _MINUS, _ZERO = 34, 92, 44, 58, 45, 48
_OPEN_ROW, _CLOSE_ROW, _OPEN_MAP, _CLOSE_MAP = 91, 93, 123, 125


def text_of(s):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", s.encode(), 0)
        return s
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + type(s).__name__)
    if s.startswith(b"\xef\xbb\xbf"):
        s = s[3:]
    return s.decode()


def fail(message, doc, at):
    from json.decoder import JSONDecodeError

    text = doc.decode("utf-8", "surrogatepass")
    raise JSONDecodeError(message, text, len(doc[:at].decode("utf-8", "surrogatepass")))


def skip(doc, i):
    """The place of what is not a blank, at or behind i."""
    end = len(doc)
    while i < end and doc[i] in b" \t\n\r":
        i += 1
    return i


def document(s, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict):
    doc = s.encode("utf-8", "surrogatepass")
    hooks = (object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict, {})
    value, i = read(doc, skip(doc, 0), hooks)
    i = skip(doc, i)
    if i < len(doc):
        fail("Extra data", doc, i)
    return value


def string(doc, start, strict):
    """The string that begins at `start`, behind the quote, and the place behind it."""
    end = doc.find(b'"', start)
    if end < 0:
        end = len(doc)
    if doc.find(b"\\", start, end) < 0 and end < len(doc):
        text = doc[start:end].decode("utf-8", "surrogatepass")
        if not strict or text.isprintable() or is_clean(doc, start, end):
            return text, end + 1
    parts = []
    i = start
    while True:
        stop = min([at for at in (doc.find(b'"', i), doc.find(b"\\", i)) if at >= 0], default=len(doc))
        if strict:
            is_clean(doc, i, stop)
        parts.append(doc[i:stop].decode("utf-8", "surrogatepass"))
        if stop == len(doc):
            fail("Unterminated string starting at", doc, start - 1)
        if doc[stop] == _QUOTE:
            return "".join(parts), stop + 1
        char, i = escaped(doc, stop + 1, start)
        parts.append(char)


def is_clean(doc, start, end):
    for i in range(start, end):
        if doc[i] < 32:
            fail("Invalid control character at", doc, i)
    return True


def escaped(doc, i, start):
    """The character of an escape and the place behind it; i is that of the letter."""
    if i >= len(doc):
        fail("Unterminated string starting at", doc, start - 1)
    place = b'"\\/bfnrt'.find(doc[i])
    if place >= 0:
        return '"\\/\b\f\n\r\t'[place], i + 1
    if doc[i] != 117:
        fail("Invalid \\escape", doc, i - 1)
    code = hex4(doc, i + 1)
    i += 5
    if 0xD800 <= code <= 0xDBFF and doc[i : i + 2] == b"\\u":
        low = hex4(doc, i + 2)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)), i + 6
    return chr(code), i


def hex4(doc, i):
    digits = doc[i : i + 4]
    # Something has to follow, if only the quote.
    if len(doc) > i + 4 and digits.isalnum() and b"x" not in digits.lower():
        try:
            return int(digits, 16)
        except ValueError:
            pass
    fail("Invalid \\uXXXX escape", doc, i - 1)


def digits_end(doc, i):
    end = len(doc)
    while i < end and 48 <= doc[i] <= 57:
        i += 1
    return i


def number(doc, start):
    """The place behind a number and whether it is whole; `start` itself when there is none."""
    first = start + 1 if doc[start] == _MINUS else start
    end = digits_end(doc, first)
    if end == first:
        return start, True
    if doc[first] == _ZERO:
        end = first + 1
    is_whole = True
    if doc[end : end + 1] == b".":
        after = digits_end(doc, end + 1)
        if after > end + 1:
            end = after
            is_whole = False
    if doc[end : end + 1] in (b"e", b"E"):
        first = end + 2 if doc[end + 1 : end + 2] in (b"+", b"-") else end + 1
        after = digits_end(doc, first)
        if after > first:
            end = after
            is_whole = False
    return end, is_whole


def constant(doc, i, parse_constant):
    for text, value in ((b"null", None), (b"true", True), (b"false", False)):
        if doc.startswith(text, i):
            return value, i + len(text)
    for text in (b"NaN", b"Infinity", b"-Infinity"):
        if doc.startswith(text, i):
            name = text.decode()
            return (float if parse_constant is None else parse_constant)(name), i + len(text)
    fail("Expecting value", doc, i)


def _row(doc, i, hooks):
    items = []
    end = len(doc)
    i = skip(doc, i)
    if i < end and doc[i] == _CLOSE_ROW:
        return items, i + 1
    while True:
        value, i = read(doc, i, hooks)
        items.append(value)
        if i < end and doc[i] <= 32:
            i = skip(doc, i)
        if i < end and doc[i] == _CLOSE_ROW:
            return items, i + 1
        if i >= end or doc[i] != _COMMA:
            fail("Expecting ',' delimiter", doc, i)
        i = skip(doc, i + 1)


def _pair(doc, i, hooks):
    end = len(doc)
    if i >= end or doc[i] != _QUOTE:
        fail("Expecting property name enclosed in double quotes", doc, i)
    key, i = string(doc, i + 1, hooks[5])
    # Keys that repeat are one string.
    key = hooks[6].setdefault(key, key)
    if i < end and doc[i] <= 32:
        i = skip(doc, i)
    if i >= end or doc[i] != _COLON:
        fail("Expecting ':' delimiter", doc, i)
    value, i = read(doc, skip(doc, i + 1), hooks)
    if i < end and doc[i] <= 32:
        i = skip(doc, i)
    return key, value, i


def _mapping(doc, i, hooks):
    object_hook, _, _, _, object_pairs_hook, *_ = hooks
    found = {} if object_pairs_hook is None else []
    end = len(doc)
    i = skip(doc, i)
    if i < end and doc[i] == _CLOSE_MAP:
        i += 1
    else:
        while True:
            key, value, i = _pair(doc, i, hooks)
            if object_pairs_hook is None:
                found[key] = value
            else:
                found.append((key, value))
            if i < end and doc[i] == _CLOSE_MAP:
                i += 1
                break
            if i >= end or doc[i] != _COMMA:
                fail("Expecting ',' delimiter", doc, i)
            i = skip(doc, i + 1)
    if object_pairs_hook is not None:
        found = object_pairs_hook(found)
    elif object_hook is not None:
        found = object_hook(found)
    return found, i


def read(doc, i, hooks):
    """The value that begins at i, and the place behind it. `hooks` are those of `document`, and the keys
    that are known."""
    if i >= len(doc):
        fail("Expecting value", doc, i)
    first = doc[i]
    if first == _QUOTE:
        return string(doc, i + 1, hooks[5])
    if first == _OPEN_MAP:
        return _mapping(doc, i + 1, hooks)
    if first == _OPEN_ROW:
        return _row(doc, i + 1, hooks)
    if first == _MINUS or 48 <= first <= 57:
        after, is_whole = number(doc, i)
        if after > i:
            convert = hooks[2] if is_whole else hooks[1]
            if convert is None:
                convert = int if is_whole else float
            return convert(doc[i:after].decode()), after
    return constant(doc, i, hooks[3])
