# Methods of `random.Random` that few programs use: samples, and distributions that are not uniform.
from math import acos, ceil, cos, e, exp, floor, isfinite, log, pi, sin, sqrt

__name__ = "random"
METHODS = (
    "sample", "choices", "randbytes", "triangular", "normalvariate", "gauss", "lognormvariate", "expovariate",
    "vonmisesvariate", "gammavariate", "betavariate", "paretovariate", "weibullvariate",
)
_TURN = 2.0 * pi


def sample(self, population, k, *, counts=None):
    if not hasattr(type(population), "__getitem__") or isinstance(population, dict):
        raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
    n = len(population)
    if counts is not None:
        return _counted_sample(self, population, k, counts, n)
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    # A copy to draw from, or a set of what was drawn, whichever is smaller.
    limit = 21
    if k > 5:
        limit += 4 ** ceil(log(k * 3, 4))
    result = []
    if n <= limit:
        pool = list(population)
        for i in range(k):
            j = self._randbelow(n - i)
            result.append(pool[j])
            pool[j] = pool[n - i - 1]
        return result
    drawn = set()
    for _ in range(k):
        j = self._randbelow(n)
        while j in drawn:
            j = self._randbelow(n)
        drawn.add(j)
        result.append(population[j])
    return result


def _counted_sample(self, population, k, counts, n):
    from bisect import bisect

    sums = _running_sums(counts)
    if len(sums) != n:
        raise ValueError("The number of counts does not match the population")
    total = sums[-1] if sums else 0
    if not isinstance(total, int):
        raise TypeError("Counts must be integers")
    if total <= 0:
        raise ValueError("Total of counts must be greater than zero")
    return [population[bisect(sums, place)] for place in self.sample(range(total), k=k)]


def _running_sums(numbers):
    sums = []
    total = 0
    for number in numbers:
        total = total + number
        sums.append(total)
    return sums


def choices(self, population, weights=None, *, cum_weights=None, k=1):
    n = len(population)
    if cum_weights is None:
        if weights is None:
            return [population[floor(self.random() * n)] for _ in range(k)]
        if isinstance(weights, int):
            raise TypeError("The number of choices must be a keyword argument: k=%s" % weights)
        cum_weights = _running_sums(weights)
    elif weights is not None:
        raise TypeError("Cannot specify both weights and cumulative weights")
    if len(cum_weights) != n:
        raise ValueError("The number of weights does not match the population")
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
        raise ValueError("Total of weights must be greater than zero")
    if not isfinite(total):
        raise ValueError("Total of weights must be finite")
    from bisect import bisect

    return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]


def randbytes(self, n):
    return self.getrandbits(n * 8).to_bytes(n, "little")


def triangular(self, low=0.0, high=1.0, mode=None):
    u = self.random()
    try:
        c = 0.5 if mode is None else (mode - low) / (high - low)
    except ZeroDivisionError:
        return low
    if u > c:
        u = 1.0 - u
        c = 1.0 - c
        low, high = high, low
    return low + (high - low) * sqrt(u * c)


def normalvariate(self, mu=0.0, sigma=1.0):
    # The ratio of uniforms, by Kinderman and Monahan.
    factor = 4 * exp(-0.5) / sqrt(2.0)
    while True:
        u1 = self.random()
        u2 = 1.0 - self.random()
        z = factor * (u1 - 0.5) / u2
        if z * z / 4.0 <= -log(u2):
            return mu + z * sigma


def gauss(self, mu=0.0, sigma=1.0):
    # They come in pairs; the second waits.
    z = self.gauss_next
    self.gauss_next = None
    if z is None:
        angle = self.random() * _TURN
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * radius
        self.gauss_next = sin(angle) * radius
    return mu + z * sigma


def lognormvariate(self, mu, sigma):
    return exp(self.normalvariate(mu, sigma))


def expovariate(self, lambd):
    return -log(1.0 - self.random()) / lambd


def vonmisesvariate(self, mu, kappa):
    if kappa <= 1e-6:
        return _TURN * self.random()
    s = 0.5 / kappa
    r = s + sqrt(1.0 + s * s)
    while True:
        z = cos(pi * self.random())
        d = z / (r + z)
        u = self.random()
        if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    angle = acos((q + z) / (1.0 + q * z))
    return (mu + angle if self.random() > 0.5 else mu - angle) % _TURN


def gammavariate(self, alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if alpha > 1.0:
        return _gamma_above(self, alpha) * beta
    if alpha == 1.0:
        return -log(1.0 - self.random()) * beta
    b = (e + alpha) / e
    while True:
        p = b * self.random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        u = self.random()
        if p > 1.0:
            if u <= x ** (alpha - 1.0):
                break
        elif u <= exp(-x):
            break
    return x * beta


def _gamma_above(self, alpha):
    # Cheng's method for a shape above 1.
    root = sqrt(2.0 * alpha - 1.0)
    b = alpha - log(4.0)
    c = alpha + root
    limit = 1.0 + log(4.5)
    while True:
        u1 = self.random()
        if not 1e-7 < u1 < 0.9999999:
            continue
        u2 = 1.0 - self.random()
        v = log(u1 / (1.0 - u1)) / root
        x = alpha * exp(v)
        z = u1 * u1 * u2
        r = b + c * v - x
        if r + limit - 4.5 * z >= 0.0 or r >= log(z):
            return x


def betavariate(self, alpha, beta):
    y = self.gammavariate(alpha, 1.0)
    return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


def paretovariate(self, alpha):
    return (1.0 - self.random()) ** (-1.0 / alpha)


def weibullvariate(self, alpha, beta):
    return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)
