# `string.Template`: text with `$name` in it.
__name__ = "string"


def _name_end(text, i):
    # Names are ASCII.
    start = i
    while i < len(text) and text[i].isascii() and (text[i].isalnum() or text[i] == "_"):
        i += 1
    return start if i > start and text[start].isdigit() else i


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # Triples: text in front, name or None, the text that names it. A name of "" is a mistake.
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None, ""
                return
            i = at + len(mark)
            if text.startswith(mark, i):
                yield text[start : i], None, ""
                start = i + len(mark)
                continue
            is_braced = text.startswith("{", i)
            first = i + is_braced
            end = _name_end(text, first)
            name = text[first:end]
            if is_braced and not text.startswith("}", end):
                name = ""
            after = end + is_braced if name else i
            yield text[start:at], name, text[at:after]
            start = after

    def _filled(self, mapping, is_safe):
        parts = []
        done = 0
        for before, name, source in self._pieces():
            parts.append(before)
            if name is None:
                continue
            if not name:
                if not is_safe:
                    self._refuse()
                parts.append(source)
            elif is_safe and name not in mapping:
                parts.append(source)
            else:
                parts.append(str(mapping[name]))
        return "".join(parts)

    def _refuse(self):
        # The place of the first mistake: as far as the pieces in front of it reach.
        at = 0
        for before, name, source in self._pieces():
            at += len(before)
            if name == "":
                break
            at += len(source) if name is not None else len(self.delimiter)
        before = self.template[:at]
        line = before.count("\n") + 1
        column = at - (before.rfind("\n") + 1) + 1
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws else mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws else mapping, True)

    def is_valid(self):
        return all([name != "" for _, name, _ in self._pieces()])

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, name, _ in self._pieces() if name]))
