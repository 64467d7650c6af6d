# Files in memory, each kind imported on first use.

__all__ = ("StringIO", "BytesIO", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END")

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def __getattr__(name):
    if name == "StringIO":
        from io._string import StringIO as made
    elif name == "BytesIO":
        from io._bytes import BytesIO as made
    elif name == "UnsupportedOperation":
        made = type(name, (OSError, ValueError), {"__module__": "io"})
    else:
        raise AttributeError("module 'io' has no attribute %r" % name)
    globals()[name] = made
    return made
