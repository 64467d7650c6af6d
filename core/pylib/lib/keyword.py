# Words that are no names.

_HARD = (
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
)


def __getattr__(name):
    if name == "kwlist":
        return list(_HARD)
    if name == "softkwlist":
        return ["_", "case", "match"]
    raise AttributeError("module 'keyword' has no attribute %r" % name)


def iskeyword(word):
    return word in _HARD


def issoftkeyword(word):
    return word in ("_", "case", "match")
