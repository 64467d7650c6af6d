# The decoder as a class, and what is raised for text that is no JSON.


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, self.lineno, self.colno, pos))

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _hooks(self):
        return (
            self.object_hook, self.parse_float, self.parse_int, self.parse_constant, self.object_pairs_hook, self.strict
        )

    def decode(self, s):
        from json._read import document

        return document(s, *self._hooks())

    def raw_decode(self, s, idx=0):
        from json._read import read

        doc = s.encode("utf-8", "surrogatepass")
        start = idx if len(doc) == len(s) else len(s[:idx].encode("utf-8", "surrogatepass"))
        value, end = read(doc, start, (*self._hooks(), {}))
        return value, end if len(doc) == len(s) else len(doc[:end].decode("utf-8", "surrogatepass"))
