# Random numbers. The generator is the Mersenne Twister: a seed that is an int, float, str or bytes gives the
# numbers that CPython gives. Its state is a bytearray of 2500 bytes, there once something was drawn.
import _random


def __getattr__(name):
    # Functions of the module are methods of one generator.
    if name == "_inst":
        made = Random()
    elif name.startswith("_"):
        raise AttributeError("module 'random' has no attribute %r" % name)
    else:
        try:
            made = getattr(_shared(), name)
        except AttributeError:
            raise AttributeError("module 'random' has no attribute %r" % name) from None
    globals()[name] = made
    return made


def _shared():
    return globals().get("_inst") or __getattr__("_inst")


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value.is_integer():
            return int(value)
        raise ValueError("non-integer arg 1 for randrange()")
    convert = getattr(type(value), "__index__", None)
    if convert is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return convert(value)


class Random:
    VERSION = 3

    def __init__(self, x=None):
        self._state = bytearray(2500)
        self.seed(x)

    def seed(self, a=None, version=2):
        if type(a) is not int:
            from _random_seed import number

            a = number(a, version)
        a = abs(a)
        _random.seed(self._state, a.to_bytes(max(a.bit_length() + 31 >> 5, 1) * 4, "little"))
        self.gauss_next = None

    def getstate(self):
        words = [int.from_bytes(self._state[i : i + 4], "little") for i in range(0, 2500, 4)]
        return self.VERSION, tuple(words), self.gauss_next

    def setstate(self, state):
        version, words, gauss_next = state
        if version != 3:
            raise ValueError(
                "state with version %s passed to Random.setstate() of version %s" % (version, self.VERSION)
            )
        self._state = bytearray(b"".join([word.to_bytes(4, "little") for word in words]))
        self.gauss_next = gauss_next

    def random(self):
        return _random.random(self._state)

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        result = place = 0
        while k > 0:
            result |= _random.bits(self._state, min(k, 32)) << place
            place += 32
            k -= 32
        return result

    def _randbelow(self, n):
        bits = n.bit_length()
        if bits <= 32 and type(self) is Random:
            # What `getrandbits` does, without the call.
            result = n
            while result >= n:
                result = _random.bits(self._state, bits)
            return result
        result = self.getrandbits(bits)
        while result >= n:
            result = self.getrandbits(bits)
        return result

    def randrange(self, start, stop=None, step=1):
        if type(start) is not int:
            start = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._randbelow(start)
            raise ValueError("empty range for randrange()")
        if type(stop) is not int:
            stop = _index(stop)
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError("empty range for randrange() (%d, %d, %d)" % (start, stop, width))
        step = _index(step)
        if not step:
            raise ValueError("zero step for randrange()")
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def __getattr__(self, name):
        # Distributions that few programs use become methods when they are asked for.
        import _random_more

        func = None if name.startswith("_") else getattr(_random_more, name, None)
        if func is None or name not in _random_more.METHODS:
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))
        setattr(Random, name, func)
        return getattr(self, name)
