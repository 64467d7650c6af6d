# What files in memory have in common. What is written is kept in pieces and joined when it is asked for.
__name__ = "io"


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
        _refuse("fileno")

    def detach(self):
        _refuse("detach")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()


def _refuse(what):
    from io import UnsupportedOperation

    raise UnsupportedOperation(what)
