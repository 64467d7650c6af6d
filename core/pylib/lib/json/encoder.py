# The encoder as a class, for programs that derive from it.
from json._write import emit, options


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
        separators=None, default=None
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        from json._write import refuse

        return refuse(o)

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        parts = []
        config = options(
            parts.append, self.default, self.ensure_ascii, self.check_circular, self.allow_nan, self.skipkeys,
            self.sort_keys, self.indent, (self.item_separator, self.key_separator)
        )
        emit(o, config, 0)
        return iter(parts)
