# Objects as text in lines that are not too long.

__all__ = ("pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp")


def __getattr__(name):
    if name != "PrettyPrinter":
        raise AttributeError("module 'pprint' has no attribute %r" % name)
    from _pretty_printer import PrettyPrinter

    globals()[name] = PrettyPrinter
    return PrettyPrinter


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    from _pretty_printer import PrettyPrinter

    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, **options):
    from _pretty_printer import PrettyPrinter

    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def saferepr(object):
    return __getattr__("PrettyPrinter")()._flat(object, (), 0)


def isreadable(object):
    text = saferepr(object)
    return "<" not in text


def isrecursive(object):
    return "<Recursion on " in saferepr(object)
