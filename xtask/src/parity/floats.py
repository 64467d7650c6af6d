"""Every function of math, and what else makes floats, with many arguments: one number for each.

Equal numbers are equal bits. To find the argument behind a difference, run it with the name of a function:
all its results are printed then.
"""
import math
import random
import sys


class Digest:
    """A number that depends on every bit of what it was given, and on the order."""

    def __init__(self, name):
        self.name = name
        self.state = 1
        self.count = 0
        self.is_shown = name in sys.argv[1:]

    def add(self, result, arguments):
        if self.is_shown:
            shown = result.hex() if isinstance(result, float) else repr(result)
            print(*[repr(argument) for argument in arguments], '->', shown)
        for part in result if isinstance(result, tuple) else (result,):
            self.state = (self.state * 1000003 + bits(part)) % 2305843009213693951
        self.count += 1

    def show(self):
        print(self.name, self.count, hex(self.state))


def bits(value):
    """A whole number that stands for exactly this value."""
    if isinstance(value, str):
        return sum(ord(letter) * (at + 1) for at, letter in enumerate(value))
    if isinstance(value, complex):
        return bits(value.real) * 3 + bits(value.imag)
    if not isinstance(value, float):
        return int(value)
    if value != value:
        return 77
    if value in (math.inf, -math.inf):
        return 99 if value > 0 else 98
    fraction, exponent = math.frexp(value)
    sign = 5 if math.copysign(1.0, value) < 0 else 0
    return int(fraction * 9007199254740992) * 4096 + exponent + sign


def ask(digest, function, *arguments):
    try:
        result = function(*arguments)
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        result = type(error).__name__
    digest.add(result, arguments)


SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 1.5, 2.5, -2.5, 3.0, 10.0, 1e-5, -1e-5, 1e-300, 5e-324,
           2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308, 1e22, 1e15 + 0.5, 709.5, 745.0,
           -745.2, 170.5, 171.7, math.pi, math.pi / 2, math.pi / 4, -math.pi, math.e, 0.9999999999999999,
           1.0000000000000002, math.inf, -math.inf, math.nan, 4503599627370496.5, 2147483648.0, -2147483649.0]


def drawn(random):
    """Numbers of every size, most of them where functions have something to say."""
    numbers = list(SPECIAL)
    for scale in (1.0, 1.0, 1.0, 4.0, 20.0, 20.0, 180.0, 750.0, 1e5, 1e17, 1e-3, 1e-9):
        numbers.extend(random.uniform(-scale, scale) for _ in range(14))
    for _ in range(30):
        numbers.append(math.ldexp(random.uniform(-1.0, 1.0), random.randrange(-1070, 1024)))
    return numbers


ONE = ('acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma '
       'isfinite isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp').split()
TWO = 'atan2 copysign dist fmod hypot isclose log nextafter pow remainder'.split()
WHOLE = 'comb factorial gcd isqrt lcm perm'.split()

OPERATORS = {
    '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b,
    '//': lambda a, b: a // b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b, 'divmod': divmod,
    'multiply-add': lambda a, b: a * b + a, 'abs complex': lambda a, b: abs(complex(a, b)),
    'complex *': lambda a, b: complex(a, b) * complex(b, 1.25), 'complex /': lambda a, b: complex(a, b) / complex(b, a),
    'complex **': lambda a, b: complex(a, b) ** 1.5, 'sum': lambda a, b: sum([a, b, a, b]),
    'round': lambda a, b: round(a, 3), 'whole': lambda a, b: round(a), 'int /': lambda a, b: int(a) / int(b),
    'int **': lambda a, b: int(b) ** -3,
}

TEXTS = {
    'repr': repr, 'hex': float.hex, '%g': lambda x: '%g' % x, '.3e': lambda x: format(x, '.3e'),
    '.17g': lambda x: format(x, '.17g'), '.2f': lambda x: format(x, '.2f'), '%': lambda x: format(x, '.1%'),
    'read': lambda x: float(repr(x)), 'read short': lambda x: float('%.5e' % x),
    'ratio': lambda x: x.as_integer_ratio() if math.isfinite(x) else 0, 'hash': hash,
}

DRAWS = 'random gauss normalvariate expovariate gammavariate betavariate triangular lognormvariate vonmisesvariate'
DRAWN = {'expovariate': (1.5,), 'gammavariate': (2.5, 1.5), 'betavariate': (1.5, 2.5), 'vonmisesvariate': (0.5, 2.0),
         'lognormvariate': (0.5, 0.25)}


def all_of_math():
    random.seed(20)
    numbers = drawn(random)
    for name in ONE:
        digest = Digest(name)
        for number in numbers:
            ask(digest, getattr(math, name), number)
        digest.show()
    # A pair of every special number with every other would take a board minutes.
    partners = numbers[1:] + numbers[:1]
    pairs = list(zip(numbers, partners)) + [(a, b) for a in SPECIAL[::3] for b in SPECIAL[::3]]
    for name in TWO:
        digest = Digest(name + ' of two')
        function = getattr(math, name)
        for a, b in pairs:
            ask(digest, function, *(((a, b), (b, a)) if name == 'dist' else (a, b)))
        digest.show()
    for name in WHOLE:
        digest = Digest(name)
        for number in (0, 1, 2, 3, 7, 12, 31, 40, 64, -3):
            few = (number,) if name in ('factorial', 'isqrt') else (number, 5)
            ask(digest, getattr(math, name), *few)
        digest.show()
    for name in ('log', 'log2', 'log10', 'sqrt', 'floor', 'isqrt'):
        digest = Digest(name + ' of large ints')
        for power in (31, 53, 64, 200, 1023, 1024, 1100, 3000):
            for near in (-1, 0, 12345):
                ask(digest, getattr(math, name), 2 ** power + near)
        digest.show()
    digest = Digest('ldexp')
    for number in numbers:
        for power in (-1080, -30, 5, 1000):
            ask(digest, math.ldexp, number, power)
    digest.show()
    digest = Digest('of many')
    finite = [number for number in numbers if abs(number) < 1e100]
    for start in range(0, len(finite), 5):
        part = finite[start:start + 9]
        for function in (math.fsum, math.prod, sum):
            ask(digest, function, part)
        ask(digest, math.hypot, *part)
    digest.show()
    return numbers, pairs


def everything_else(numbers, pairs):
    for name, function in OPERATORS.items():
        digest = Digest(name)
        for a, b in pairs:
            ask(digest, function, a, b)
        digest.show()
    for name, function in TEXTS.items():
        digest = Digest(name)
        for number in numbers:
            ask(digest, function, number)
        digest.show()
    for name in DRAWS.split():
        random.seed(4)
        digest = Digest('random.' + name)
        for _ in range(25):
            ask(digest, getattr(random, name), *DRAWN.get(name, ()))
        digest.show()


everything_else(*all_of_math())
