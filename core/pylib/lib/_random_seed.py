# Seeds that are no ints, as numbers: the time, CPython's hash of a float, the SHA-512 of a text.
__name__ = "random"

# Of CPython's hashes of numbers.
_MODULUS = (1 << 61) - 1
_MASK = (1 << 64) - 1


def number(a, version):
    if a is None:
        from time import perf_counter_ns, time_ns

        return time_ns() ^ perf_counter_ns() << 20
    if isinstance(a, int):
        return int(a)
    if isinstance(a, float):
        return _of_float(a) & _MASK
    if isinstance(a, str) and version == 1:
        return _first_version([ord(char) for char in a])
    if isinstance(a, (str, bytes, bytearray)):
        if version == 1:
            return _first_version(a)
        if isinstance(a, str):
            a = a.encode()
        return int.from_bytes(a + sha512(bytes(a)), "big")
    raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")


def _of_float(a):
    if a != a:
        return 0
    if a in (float("inf"), float("-inf")):
        return 314159 if a > 0 else -314159
    n, d = a.as_integer_ratio()
    result = abs(n) * pow(d, _MODULUS - 2, _MODULUS) % _MODULUS
    if n < 0:
        result = -result
    return -2 if result == -1 else result


def _first_version(codes):
    x = codes[0] << 7 if codes else 0
    for code in codes:
        x = 1000003 * x & _MASK ^ code
    x ^= len(codes)
    return -2 if x == -1 else x


def _primes(count):
    found = []
    candidate = 2
    while len(found) < count:
        if all([candidate % prime for prime in found]):
            found.append(candidate)
        candidate += 1
    return found


def _cube_root(n):
    # The greatest whole number whose cube is not above n.
    x = 1 << (n.bit_length() + 2) // 3
    while True:
        y = (2 * x + n // (x * x)) // 3
        if y >= x:
            return x
        x = y


def _turn(x, n):
    return (x >> n | x << 64 - n) & _MASK


def sha512(message):
    from math import isqrt

    # The constants are the first bits behind the point of roots of primes.
    primes = _primes(80)
    factors = [_cube_root(prime << 192) & _MASK for prime in primes]
    state = [isqrt(prime << 128) & _MASK for prime in primes[:8]]
    length = len(message)
    message += b"\x80" + bytes(-(length + 17) % 128) + (length * 8).to_bytes(16, "big")
    for start in range(0, len(message), 128):
        words = [int.from_bytes(message[i : i + 8], "big") for i in range(start, start + 128, 8)]
        _block(state, words, factors)
    return b"".join([word.to_bytes(8, "big") for word in state])


def _block(state, words, factors):
    for i in range(16, 80):
        x, y = words[i - 15], words[i - 2]
        low = _turn(x, 1) ^ _turn(x, 8) ^ x >> 7
        high = _turn(y, 19) ^ _turn(y, 61) ^ y >> 6
        words.append(words[i - 16] + low + words[i - 7] + high & _MASK)
    a, b, c, d, e, f, g, h = state
    for i in range(80):
        mixed = _turn(e, 14) ^ _turn(e, 18) ^ _turn(e, 41)
        first = h + mixed + (e & f ^ ~e & g) + factors[i] + words[i]
        second = (_turn(a, 28) ^ _turn(a, 34) ^ _turn(a, 39)) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = first + second & _MASK, a, b, c, d + first & _MASK, e, f, g
    for i, word in enumerate((a, b, c, d, e, f, g, h)):
        state[i] = state[i] + word & _MASK
