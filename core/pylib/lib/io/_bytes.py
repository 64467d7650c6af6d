# Bytes in memory.
from io._memory import _Memory

__name__ = "io"


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
