# Text in memory.
from io._memory import _Memory

__name__ = "io"


class StringIO(_Memory):
    _empty, _newline, _fill, _end = "", "\n", "\0", ""

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self.newlines = None
        self._translate = newline
        self._whole = self._translated(initial_value or "")
        self._tail = []
        self._at = 0
        self._size = len(self._whole)

    def _translated(self, text):
        if self._translate is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._translate in ("\r\n", "\r"):
            return text.replace("\n", self._translate)
        return text

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError("string argument expected, got %r" % type(text).__name__)
        self._write(self._translated(text))
        return len(text)

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError("Negative seek position %d" % offset)
        elif whence not in (1, 2):
            raise ValueError("Invalid whence (%d, should be 0, 1 or 2)" % whence)
        elif offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        else:
            offset = self._at if whence == 1 else self._size
        self._at = offset
        return offset

    @property
    def line_buffering(self):
        return False

    encoding = errors = None
