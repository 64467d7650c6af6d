"""Text to objects and back: a JSON writer and reader over a few hundred records."""

import sys

QUOTED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
PLAIN = {escape[1]: letter for letter, escape in QUOTED.items()}


def write(value, out):
    if value is None or value is True or value is False:
        out.append({None: "null", True: "true", False: "false"}[value])
    elif isinstance(value, str):
        out.append('"' + "".join([QUOTED.get(letter, letter) for letter in value]) + '"')
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    elif isinstance(value, dict):
        mark = "{"
        for key, item in value.items():
            out.append(mark + '"' + key + '": ')
            write(item, out)
            mark = ", "
        out.append("}" if value else "{}")
    else:
        mark = "["
        for item in value:
            out.append(mark)
            write(item, out)
            mark = ", "
        out.append("]" if value else "[]")


def read(text, at):
    """The value at a place, and the place behind it."""
    letter = text[at]
    if letter == '"':
        return read_text(text, at + 1)
    if letter in "{[":
        return read_items(text, at + 1, {} if letter == "{" else [])
    for word, value in (("null", None), ("true", True), ("false", False)):
        if text.startswith(word, at):
            return value, at + len(word)
    end = at + 1
    while end < len(text) and text[end] in "0123456789.e-+":
        end += 1
    number = text[at:end]
    return (float(number) if "." in number else int(number)), end


def read_text(text, at):
    parts = []
    while text[at] != '"':
        if text[at] == "\\":
            at += 1
            parts.append(PLAIN[text[at]])
        else:
            parts.append(text[at])
        at += 1
    return "".join(parts), at + 1


def read_items(text, at, into):
    end = "}" if isinstance(into, dict) else "]"
    while text[at] != end:
        while text[at] in ", ":
            at += 1
        if end == "}":
            key, at = read_text(text, at + 1)
            into[key], at = read(text, at + 2)
        else:
            item, at = read(text, at)
            into.append(item)
    return into, at + 1


def records(count):
    return [
        {"id": i, "name": "unit \"%d\"\n" % i, "alive": i % 3 != 0, "place": [i * 1.5, -i / 4, 0], "tags": {}, "next": None}
        for i in range(count)
    ]


count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
data = records(count)
out = []
write(data, out)
text = "".join(out)
again, end = read(text, 0)
print(len(text), end, again == data, sum(map(ord, text)))
