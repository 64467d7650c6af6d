# Paragraphs: breaking lines, indenting. One class, made on first use, does the breaking.

__all__ = ("TextWrapper", "wrap", "fill", "dedent", "indent", "shorten")


def __getattr__(name):
    if name != "TextWrapper":
        raise AttributeError("module 'textwrap' has no attribute %r" % name)
    from _textwrapper import TextWrapper

    globals()[name] = TextWrapper
    return TextWrapper


def _wrapper(width, options):
    from _textwrapper import TextWrapper

    return TextWrapper(width=width, **options)


def wrap(text, width=70, **kwargs):
    return _wrapper(width, kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return _wrapper(width, kwargs).fill(text)


def shorten(text, width, **kwargs):
    return _wrapper(width, {**kwargs, "max_lines": 1}).fill(" ".join(text.strip().split()))


def dedent(text):
    # Lines of blanks and tabs alone do not count, and end up empty.
    margin = None
    lines = text.split("\n")
    for i, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[i] = ""
            continue
        blanks = line[: len(line) - len(content)]
        if margin is None:
            margin = blanks
        while not blanks.startswith(margin):
            margin = margin[:-1]
    if margin:
        lines = [line[len(margin) :] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
