# `pprint.PrettyPrinter`.
__name__ = "pprint"


class _Key:
    # Things of types that do not compare go by type and then by address.
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False
    ):
        indent = int(indent)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = int(width)
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        stream = self._stream
        if stream is None:
            import sys

            stream = sys.stdout
        stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._text(object, 0, 0, (), 0)

    def isreadable(self, object):
        return "<" not in self._flat(object, (), 0)

    def isrecursive(self, object):
        return "<Recursion on " in self._flat(object, (), 0)

    def format(self, object, context, maxlevels, level):
        text = self._flat(object, tuple(context), level)
        return text, "<" not in text, "<Recursion on " in text

    def _flat(self, obj, inside, level):
        """The text on one line. `inside` holds the ids of the containers around it."""
        kind = type(obj)
        if kind is int and self._underscore_numbers:
            return format(obj, "_d")
        own = kind.__repr__
        is_map = isinstance(obj, dict) and own is dict.__repr__
        is_row = isinstance(obj, list) and own is list.__repr__ or isinstance(obj, tuple) and own is tuple.__repr__
        if not is_map and not is_row:
            return repr(obj)
        if not obj:
            return "{}" if is_map else "[]" if isinstance(obj, list) else "()"
        if self._depth and level >= self._depth:
            return "{...}" if is_map else "[...]" if isinstance(obj, list) else "(...)"
        if id(obj) in inside:
            return "<Recursion on %s with id=%d>" % (kind.__name__, id(obj))
        inside += (id(obj),)
        level += 1
        if is_map:
            pairs = [
                self._flat(key, inside, level) + ": " + self._flat(value, inside, level)
                for key, value in self._items(obj)
            ]
            return "{%s}" % ", ".join(pairs)
        items = ", ".join([self._flat(item, inside, level) for item in obj])
        if isinstance(obj, list):
            return "[%s]" % items
        return "(%s,)" % items if len(obj) == 1 else "(%s)" % items

    def _items(self, obj):
        if not self._sort_dicts:
            return obj.items()
        return sorted(obj.items(), key=lambda pair: (_Key(pair[0]), _Key(pair[1])))

    def _text(self, obj, indent, allowance, inside, level):
        """The text when it begins in column `indent` and `allowance` characters follow."""
        flat = self._flat(obj, inside, level)
        if len(flat) <= self._width - indent - allowance or id(obj) in inside:
            return flat
        if self._depth and level >= self._depth and not isinstance(obj, str):
            return flat
        inside += (id(obj),)
        level += 1
        kind = type(obj)
        own = kind.__repr__
        if own is str.__repr__ and kind is str and obj:
            return self._long_str(obj, indent, allowance, level)
        if not hasattr(obj, "__len__") and not hasattr(kind, "__dataclass_fields__"):
            return self._special(obj, flat, indent, allowance, inside, level)
        if own is dict.__repr__:
            return self._dict(self._items(obj), indent, allowance, inside, level)
        if own is list.__repr__:
            return "[" + self._rows(obj, indent, allowance + 1, inside, level) + "]"
        if own is tuple.__repr__:
            end = ",)" if len(obj) == 1 else ")"
            return "(" + self._rows(obj, indent, allowance + len(end), inside, level) + end
        if own in (set.__repr__, frozenset.__repr__) and obj:
            start, end = "{", "}"
            if kind is not set:
                start, end = kind.__name__ + "({", "})"
                indent += len(kind.__name__) + 1
            return start + self._rows(sorted(obj, key=_Key), indent, allowance + len(end), inside, level) + end
        return self._special(obj, flat, indent, allowance, inside, level)

    def _dict(self, pairs, indent, allowance, inside, level):
        indent += self._indent
        parts = []
        pairs = list(pairs)
        for i, (key, value) in enumerate(pairs):
            key = self._flat(key, inside, level)
            after = allowance + 1 if i == len(pairs) - 1 else 1
            parts.append(key + ": " + self._text(value, indent + len(key) + 2, after, inside, level))
        return "{" + " " * (self._indent - 1) + (",\n" + " " * indent).join(parts) + "}"

    def _rows(self, items, indent, allowance, inside, level):
        indent += self._indent
        items = list(items)
        start = " " * (self._indent - 1)
        between = ",\n" + " " * indent
        if not self._compact:
            last = len(items) - 1
            return start + between.join(
                [self._text(x, indent, allowance if i == last else 1, inside, level) for i, x in enumerate(items)]
            )
        return start + self._packed(items, indent, allowance, between, inside, level)

    def _packed(self, items, indent, allowance, between, inside, level):
        # As many items to a line as fit.
        parts = []
        room = width = self._width - indent + 1
        for i, item in enumerate(items):
            if i == len(items) - 1:
                room -= allowance
                width -= allowance
            flat = self._flat(item, inside, level)
            if room < len(flat) + 2:
                room = width
                parts.append(between if parts else "")
                if len(flat) + 2 > width:
                    parts.append(self._text(item, indent, allowance if i == len(items) - 1 else 1, inside, level))
                    room = 0
                    continue
            elif parts:
                parts.append(", ")
            room -= len(flat) + 2
            parts.append(flat)
        return "".join(parts)

    def _long_str(self, text, indent, allowance, level):
        # Pieces in quotes, each on a line, in parentheses where nothing else holds them together.
        chunks = []
        lines = text.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        for i, line in enumerate(lines):
            is_last = i == len(lines) - 1
            room = width - allowance if is_last else width
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            current = ""
            pieces = _words(line)
            for j, piece in enumerate(pieces):
                longer = current + piece
                limit = width - allowance if is_last and j == len(pieces) - 1 else width
                if current and len(repr(longer)) > limit:
                    chunks.append(repr(current))
                    current = piece
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ("\n" + " " * indent).join(chunks)
        return "(%s)" % joined if level == 1 else joined

    def _special(self, obj, flat, indent, allowance, inside, level):
        kind = type(obj)
        name = kind.__name__
        if hasattr(kind, "__dataclass_fields__"):
            fields = [(f.name, getattr(obj, f.name)) for f in obj.__dataclass_fields__.values() if f.repr]
            return self._named(kind.__name__, fields, indent, allowance, inside, level)
        if name == "SimpleNamespace":
            return self._named("namespace", list(vars(obj).items()), indent, allowance, inside, level)
        if name == "defaultdict":
            indent += len(name) + 1
            factory = self._flat(obj.default_factory, inside, level)
            rest = self._dict(self._items(obj), indent, allowance + 1, inside, level)
            return "%s(%s,\n%s%s)" % (name, factory, " " * indent, rest)
        if name == "OrderedDict" and obj:
            rows = self._rows(list(obj.items()), indent + len(name) + 1, allowance + 2, inside, level)
            return "%s([%s])" % (name, rows)
        if name == "Counter" and obj:
            return "%s(%s)" % (name, self._dict(obj.most_common(), indent + len(name) + 1, allowance + 1, inside, level))
        if name == "deque":
            rows = self._rows(obj, indent + len(name) + 1, allowance + 2, inside, level)
            end = "" if obj.maxlen is None else ",\n%smaxlen=%d" % (" " * (indent + len(name) + 1), obj.maxlen)
            return "%s([%s]%s)" % (name, rows, end)
        return flat

    def _named(self, name, fields, indent, allowance, inside, level):
        indent += len(name) + 1
        parts = []
        for i, (field, value) in enumerate(fields):
            after = allowance + 1 if i == len(fields) - 1 else 1
            if id(value) in inside:
                parts.append(field + "=...")
            else:
                parts.append(field + "=" + self._text(value, indent + len(field) + 1, after, inside, level))
        return "%s(%s)" % (name, (",\n" + " " * indent).join(parts))


def _words(line):
    # Words with the blanks behind them.
    pieces = []
    start = 0
    for i in range(1, len(line)):
        if line[i - 1].isspace() and not line[i].isspace():
            pieces.append(line[start:i])
            start = i
    pieces.append(line[start:])
    return pieces
