# Files in memory. What is written is kept in pieces and joined when it is asked for.

__all__ = ("StringIO", "BytesIO", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END")

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _Memory:
    def _check(self):
        if self._whole is None:
            raise ValueError("I/O operation on closed file" + self._end)

    def _join(self):
        # What was appended becomes part of the whole.
        self._check()
        if self._tail:
            self._whole += self._empty.join(self._tail)
            self._tail = []
        return self._whole

    def getvalue(self):
        return self._join()

    def tell(self):
        self._check()
        return self._at

    def read(self, size=-1, /):
        whole = self._join()
        if size is None or size < 0:
            size = max(len(whole) - self._at, 0)
        part = whole[self._at : self._at + size]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        whole = self._join()
        end = whole.find(self._newline, self._at) + 1
        if not end:
            end = max(len(whole), self._at)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = whole[self._at : end]
        self._at += len(part)
        return part

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint < total:
                break
        return lines

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def truncate(self, size=None, /):
        whole = self._join()
        if size is None:
            size = self._at
        if size < 0:
            raise ValueError("%s size value %d" % ("negative" if self._end else "Negative", size))
        self._whole = whole[:size]
        self._size = len(self._whole)
        return size

    def _write(self, text):
        self._check()
        size = len(text)
        if self._at == self._size:
            # At the end, where nearly all writing happens.
            self._tail.append(text)
            self._at = self._size = self._at + size
            return size
        whole = self._join()
        if self._at > len(whole):
            whole += self._fill * (self._at - len(whole))
        if size:
            self._whole = whole[: self._at] + text + whole[self._at + size :]
            self._at += size
            self._size = len(self._whole)
        return size

    def flush(self):
        self._check()

    def close(self):
        self._whole = None
        self._tail = []

    @property
    def closed(self):
        return self._whole is None

    def readable(self):
        self._check()
        return True

    writable = readable
    seekable = readable

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def detach(self):
        raise UnsupportedOperation("detach")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()


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


class BytesIO(_Memory):
    _empty, _newline, _fill, _end = b"", b"\n", b"\0", "."

    def __init__(self, initial_bytes=b""):
        self._whole = bytes(initial_bytes or b"")
        self._tail = []
        self._at = 0
        self._size = len(self._whole)

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._write(bytes(data))

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError("negative seek value %d" % offset)
        elif whence == 1:
            offset += self._at
        elif whence == 2:
            offset += self._size
        else:
            raise ValueError("invalid whence (%d, should be 0, 1 or 2)" % whence)
        self._at = max(offset, 0)
        return self._at

    def getbuffer(self):
        return bytearray(self._join())

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)
