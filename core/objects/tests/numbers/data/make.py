"""Makes the tables beside it with CPython 3.11: python3 -I -S make.py.

One case a line, columns separated by tabs, the last one a full stop so that no line ends in white
space. Integers are hexadecimal with a sign, floats are the
sixteen hexadecimal digits of their bits, text is itself.
"""
import math
import os
import random
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.set_int_max_str_digits(0)
rng = random.Random(20260611)


def bits(value):
    return "%016x" % struct.unpack(">Q", struct.pack(">d", value))[0]


def from_bits(number):
    return struct.unpack(">d", struct.pack(">Q", number))[0]


def write(name, rows):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        for row in rows:
            line = "\t".join(str(column) for column in row)
            if "\n" not in line and "\0" not in line and "\r" not in line:
                out.write(line + "\t.\n")


def magnitude(limbs):
    """A magnitude that likes the edges of limbs."""
    style = rng.randrange(5)
    if limbs == 0:
        return 0
    if style == 0:
        return rng.getrandbits(32 * limbs)
    if style == 1:
        return (1 << 32 * limbs) - rng.randrange(1, 3)
    if style == 2:
        return (1 << 32 * (limbs - 1)) + rng.randrange(2)
    number = 0
    for _ in range(limbs):
        number = number << 32 | rng.choice(
            [0, 1, 0xFFFFFFFF, 0xFFFFFFFE, 0x80000000, 0x7FFFFFFF, rng.getrandbits(32)])
    return number


def integer(limbs):
    return magnitude(limbs) * rng.choice([1, -1])


def hexa(number):
    return "%x" % number


def bigint_rows():
    sizes = [0, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12]
    for _ in range(220):
        a, b = integer(rng.choice(sizes)), integer(rng.choice(sizes))
        yield "add", hexa(a), hexa(b), hexa(a + b)
        yield "mul", hexa(a), hexa(b), hexa(a * b)
        op = rng.choice(["and", "or", "xor"])
        value = {"and": a & b, "or": a | b, "xor": a ^ b}[op]
        yield op, hexa(a), hexa(b), hexa(value)
        if b:
            yield "floordiv", hexa(a), hexa(b), hexa(a // b)
            yield "mod", hexa(a), hexa(b), hexa(a % b)
            try:
                yield "truediv", hexa(a), hexa(b), bits(a / b)
            except OverflowError:
                yield "truediv", hexa(a), hexa(b), "overflow"
        distance = rng.choice([0, 1, 5, 31, 32, 33, 63, 64, 65, 100, 200])
        yield "shl", hexa(a), hexa(distance), hexa(a << distance)
        yield "shr", hexa(a), hexa(distance), hexa(a >> distance)
        radix = rng.randrange(2, 37)
        yield "text", hexa(a), hexa(radix), in_radix(a, radix)
        yield "text", hexa(b), "a", str(b)
        yield "isqrt", hexa(abs(a)), "0", hexa(math.isqrt(abs(a)))
        yield "gcd", hexa(abs(a)), hexa(abs(b)), hexa(math.gcd(a, b))
        yield "float", hexa(a), "0", bits(float(a))
    for power in range(1, 60):
        base = integer(rng.choice([1, 1, 2]))
        yield "pow", hexa(base), hexa(power), hexa(base ** power)
    for _ in range(60):
        base, modulus = magnitude(rng.choice([1, 2, 4])), magnitude(rng.choice([1, 2, 4])) + 1
        yield "powmod", hexa(base), hexa(modulus), hexa(pow(base, 65537 + 2 ** 40, modulus))
        try:
            yield "inverse", hexa(base), hexa(modulus), hexa(pow(base, -1, modulus))
        except ValueError:
            yield "inverse", hexa(base), hexa(modulus), "none"
    for limbs in (63, 64, 65, 127, 129, 200):
        a, b = integer(limbs), integer(limbs + rng.choice([-1, 0, 1]))
        yield "mul", hexa(a), hexa(b), hexa(a * b)
        yield "mul", hexa(a), hexa(a), hexa(a * a)
        yield "floordiv", hexa(a * b), hexa(b), hexa(a)
        yield "floordiv", hexa(a * b - 1), hexa(b), hexa((a * b - 1) // b)
    for exponent in (1022, 1023, 1024):
        for delta in (-(1 << 970), -(1 << 969), -1, 0, 1, 1 << 970):
            number = (1 << exponent) + delta
            try:
                yield "float", hexa(number), "0", bits(float(number))
            except OverflowError:
                yield "float", hexa(number), "0", "overflow"


def in_radix(number, radix):
    digits, rest = "", abs(number)
    while True:
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % radix] + digits
        rest //= radix
        if not rest:
            return ("-" if number < 0 else "") + digits


def some_float():
    style = rng.randrange(6)
    if style == 0:
        return from_bits(rng.getrandbits(64))
    if style == 1:
        return round(rng.uniform(-1000, 1000), rng.randrange(6))
    if style == 2:
        return float(rng.randrange(-10 ** rng.randrange(1, 20), 10 ** rng.randrange(1, 20)))
    if style == 3:
        return rng.choice([1, -1]) * rng.randrange(1, 1000) * 10.0 ** rng.randrange(-30, 30)
    if style == 4:
        return rng.randrange(-999, 999) / 2 ** rng.randrange(1, 12)
    return rng.choice([0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 2.2250738585072014e-308,
                       1.7976931348623157e308, 1e16, 9999999999999998.0, 1e15, 123456789012345680.0,
                       0.0001, 0.00001, 1e22, 1e23, 0.1, 0.5, 1.5, 2.5, 9.5, 99.5, 0.05, 9.995])


def repr_rows():
    for _ in range(1500):
        value = some_float()
        yield bits(value), repr(value), repr(complex(value, some_float()))


def read_rows():
    texts = ["", " ", "1", "+1", "-1", "--1", "1_000", "1__0", "_1", "1_", "1_.5", "1._5", "1.5_", ".5",
             "5.", ".", "-.5e-3", "1e5", "1e", "1e+", "1E-05", "1e1_0", "1e_1", "1_e1", "inf", "-Inf",
             "+INFINITY", "infinit", "nan", "-NaN", " 1.5 ", "1 5", "0x10", "1e400", "-1e400", "1e-400",
             "1e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "4.9e-324", "1e-323",
             "2.2250738585072011e-308", "2.2250738585072012e-308", "1.7976931348623157e308",
             "1.7976931348623158e308", "1.7976931348623159e308", "179769313486231580793e289",
             "9007199254740993", "9007199254740993.0000000000000000000000000001", "9007199254740992.9",
             "0.000e999999999999999999999", "1e99999999999999999999", "1e-99999999999999999999", "1.0f",
             "0" * 400 + "1e-400", "1" + "0" * 400 + "e-400", "0." + "0" * 400 + "1e401", "1e22", "1e23",
             "8.5e22", "123456789012345678", "0.1", "1.e5", "e5", "1.5e3.5"]
    for _ in range(60):
        middle = abs(from_bits(rng.getrandbits(62)))
        if math.isfinite(middle) and middle:
            numerator, denominator = middle.as_integer_ratio()
            step = math.ulp(middle).as_integer_ratio()
            top = 2 * numerator * step[1] + step[0] * denominator
            texts.extend(halfway(top, 2 * denominator * step[1]))
    for _ in range(700):
        digits = rng.choice([1, 5, 15, 16, 17, 18, 19, 20, 25, 40])
        text = str(rng.randrange(10 ** digits))
        if rng.randrange(2):
            place = rng.randrange(len(text) + 1)
            text = text[:place] + "." + text[place:]
        if rng.randrange(3):
            text += "e%d" % rng.randrange(-330, 310)
        texts.append(text)
    for text in texts:
        try:
            yield "float", text, bits(float(text))
        except ValueError:
            yield "float", text, "error"


def halfway(top, bottom):
    """The decimal text of a fraction with a power of two below, and of its neighbours."""
    places = bottom.bit_length() - 1
    digits = str(top * 5 ** places).rjust(places + 1, "0")
    text = digits[:len(digits) - places] + "." + digits[len(digits) - places:]
    return [] if len(text) > 800 else [text, text + "1", text[:-1] + "4999"]


def int_read_rows():
    texts = ["", " ", "0", "-0", "+7", "12", " 12\n".strip("\n"), "1_2", "1__2", "_1", "1_", "0x1f", "0X1F", "0x_f",
             "0x__f", "0x", "0b101", "0B2", "0o17", "0o8", "017", "00", "0_0", "ff", "zz", "z_Z", "1.5", "1e5",
             "- 1", "--1", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
             "-9223372036854775809", "1" * 60, "f" * 40, "1_000_000", "0b1_0", "0b_1_", "\x1c5\x1f", "5\x00"]
    for text in texts:
        for base in (0, 2, 8, 10, 16, 36):
            try:
                yield "int", text, base, hexa(int(text, base))
            except ValueError:
                yield "int", text, base, "error"
    for base in (1, 37):
        yield "int", "1", base, "error"


def format_rows():
    for _ in range(1800):
        kind = rng.randrange(8)
        if kind < 3:
            value, name = some_float(), "float"
        elif kind < 6:
            value, name = rng.choice([0, 1, -1, 255, 1234567, rng.randrange(-10 ** 12, 10 ** 12),
                                      rng.randrange(-2 ** 63, 2 ** 63), integer(4)]), "int"
        elif kind == 6:
            value, name = rng.choice(["", "a", "abc", "h\u00e9llo", "\U0001f600x", "a long string of text"]), "str"
        else:
            value, name = complex(some_float(), some_float()), "complex"
        yield format_row(name, value, some_spec(name))
    for spec in ("5x5", "q", ",,", "__", ",_", "_,", ".", "05.", "99999999999999999999", ".99999999999999999999",
                 "\u00e9", " ", "- ", "z-", "d", "s", "+", "=5", "#", "z", ",", ".2", "c", "+c", "#c", ",c", "_c", ",b", "_n", "%",
                 ".2147483648f", "0", "=20", "x05", "\u00e9<6", "05", "<05", "<<5", "==5", ">>>", "n", "N", "F", "019,", "019_e"):
        for name, value in (("int", 65), ("float", 1.5), ("float", math.inf), ("str", "ab"), ("complex", 1 + 2j), ("int", -1), ("int", 2 ** 70)):
            yield format_row(name, value, spec)


def some_spec(name):
    codes = {"int": "bcdoxXneEfFgG%", "float": "eEfFgGn%", "str": "s", "complex": "eEfFgGn"}[name]
    spec = rng.choice(["", "", "", "<", ">", "^", "=", "*<", "0^", "\u00e9>", "_=", "0="])
    spec += rng.choice(["", "", "", "+", "-", " "])
    spec += rng.choice([""] * 8 + ["z"])
    spec += rng.choice(["", "", "", "#"])
    spec += rng.choice(["", "", "", "0"])
    spec += rng.choice(["", "", "", str(rng.randrange(1, 40))])
    spec += rng.choice(["", "", "", "", ",", "_"])
    spec += rng.choice(["", "", "", "." + str(rng.choice([0, 1, 2, 3, 5, 6, 10, 17, 30]))])
    return spec + rng.choice(["", rng.choice(codes)])


def format_row(name, value, spec):
    shown = {"int": lambda: hexa(value), "float": lambda: bits(value), "str": lambda: value,
             "complex": lambda: bits(value.real) + bits(value.imag)}[name]()
    try:
        return name, shown, spec, "ok", format(value, spec)
    except (ValueError, OverflowError) as error:
        return name, shown, spec, type(error).__name__, error


def percent_rows():
    for _ in range(1200):
        code = rng.choice("diuoxXeEfFgGs")
        flags = "".join(rng.choice(["", "", "", flag]) for flag in "-+ #0")
        width = rng.choice(["", "", str(rng.randrange(1, 30))])
        precision = rng.choice(["", "", "." + str(rng.choice([0, 1, 3, 8, 20])), "."])
        text = "%" + flags + width + precision + rng.choice(["", "", "l", "h", "L"]) + code
        if code in "diuoxX":
            value = rng.choice([0, 5, -42, rng.randrange(-10 ** 15, 10 ** 15), integer(3)])
            name, shown = "int", hexa(value)
        elif code == "s":
            name, shown = "str", rng.choice(["", "abc", "h\u00e9llo", "\U0001f600x"])
            value = shown
        else:
            value = some_float()
            name, shown = "float", bits(value)
        yield name, shown, text, "ok", text % (value,)
    for text in ("%", "%5", "%.", "%-", "%q", "%lld", "%5%", "%\u00e9", "a\u00e9%q", "%99999999999999999999d",
                 "%.99999999999999999999d", "%.2147483648d", "%zd", "%.5"):
        try:
            yield "int", "5", text, "ok", text % (5,)
        except ValueError as error:
            yield "int", "5", text, "ValueError", error


def round_rows():
    for _ in range(600):
        value, places = some_float(), rng.choice([0, 1, 2, 3, 5, 10, 15, 17, 300, 324, -1, -2, -5, -20, -308, -309])
        try:
            yield bits(value), places, bits(round(value, places))
        except OverflowError:
            yield bits(value), places, "overflow"
    for places in (-307, -308):
        try:
            yield bits(1.7976931348623157e308), places, bits(round(1.7976931348623157e308, places))
        except OverflowError:
            yield bits(1.7976931348623157e308), places, "overflow"


write("bigint.tsv", bigint_rows())
write("repr.tsv", repr_rows())
write("read.tsv", read_rows())
write("int_read.tsv", int_read_rows())
write("format.tsv", format_rows())
write("percent.tsv", percent_rows())
write("round.tsv", round_rows())
