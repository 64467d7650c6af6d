# `string.Formatter`: what `str.format` does, with methods to override.
__name__ = "string"


def _pieces(text):
    # Quadruples: text in front, field name or None, format specification, conversion.
    start = 0
    before = ""
    while start < len(text):
        at = min([place for place in (text.find("{", start), text.find("}", start)) if place >= 0], default=-1)
        if at < 0:
            break
        before += text[start:at]
        if text[at : at + 2] in ("{{", "}}"):
            before += text[at]
            start = at + 2
            continue
        if text[at] == "}":
            raise ValueError("Single '}' encountered in format string")
        end = _closing(text, at)
        yield (before, *_parts(text[at + 1 : end]))
        before = ""
        start = end + 1
    before += text[start:]
    if before:
        yield before, None, None, None


def _closing(text, at):
    depth = 0
    for i in range(at, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if not depth:
                return i
    raise ValueError("Single '{' encountered in format string" if at == len(text) - 1 else "expected '}' before end of string")


def _parts(field):
    name = field
    conversion = None
    spec = ""
    depth = 0
    for i, char in enumerate(field):
        depth += (char == "[") - (char == "]")
        if not depth and char in "!:":
            name = field[:i]
            if char == "!":
                conversion = field[i + 1 : i + 2]
                spec = field[i + 3 :]
            else:
                spec = field[i + 1 :]
            break
    return name, spec, conversion


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for before, name, spec, conversion in self.parse(text):
            parts.append(before)
            if name is None:
                continue
            if name == "":
                if number is None:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(number)
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = None
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return "".join(parts), number

    def parse(self, format_string):
        return _pieces(format_string)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def get_field(self, field_name, args, kwargs):
        first = field_name
        for i, char in enumerate(field_name):
            if char in ".[":
                first = field_name[:i]
                break
        rest = field_name[len(first) :]
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min([i for i in (rest.find(".", 1), rest.find("[", 1)) if i > 0], default=len(rest))
                value = getattr(value, rest[1:end])
            else:
                end = rest.index("]") + 1
                item = rest[1 : end - 1]
                value = value[int(item) if item.isdigit() else item]
            rest = rest[end:]
        return value, key

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def check_unused_args(self, used_args, args, kwargs):
        pass
