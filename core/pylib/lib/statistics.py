# Averages and spreads. Sums are exact: every number is a fraction of whole numbers, and the result is
# rounded once.


def __getattr__(name):
    if name == "NormalDist":
        from _normal_dist import NormalDist as made
    else:
        raise AttributeError("module 'statistics' has no attribute %r" % name)
    globals()[name] = made
    return made


class StatisticsError(ValueError):
    pass


def _ratio(x):
    if isinstance(x, int):
        return int(x), 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__) from None
    except (OverflowError, ValueError):
        # nan and infinities take over.
        return x, None


def _sum(data):
    """How many numbers, the numerator and the denominator of their sum, and whether all are ints. Where there
    is no such fraction, the denominator is None."""
    count = numerator = 0
    denominator = 1
    special = None
    is_whole = True
    for x in data:
        count += 1
        n, d = _ratio(x)
        is_whole = is_whole and isinstance(x, int)
        if d is None:
            special = n if special is None else special + n
        elif d == denominator:
            numerator += n
        else:
            # Denominators of floats are powers of two.
            if denominator % d and d % denominator:
                numerator, n, denominator = numerator * d, n * denominator, denominator * d
            elif d > denominator:
                numerator, denominator = numerator * (d // denominator), d
            else:
                n *= denominator // d
            numerator += n
    if special is not None:
        return count, special, None, False
    return count, numerator, denominator, is_whole


def _number(numerator, denominator, is_whole):
    if denominator is None:
        return numerator
    if is_whole and not numerator % denominator:
        return numerator // denominator
    return numerator / denominator


def mean(data):
    count, n, d, is_whole = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return n / count if d is None else _number(n, d * count, is_whole)


def fmean(data, weights=None):
    from math import fsum

    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    from math import exp, log

    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if len(data) == 1:
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    terms = []
    for x, w in zip(data, weights):
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if not x:
            return 0
        terms.append(w / x)
    _, n, d, _ = _sum(terms)
    _, weight, scale, _ = _sum(weights)
    if n <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return weight * d / (n * scale)


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, below) - below
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - below) / within


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method == "inclusive":
        result = []
        for i in range(1, n):
            j, rest = divmod(i * (size - 1), n)
            result.append((data[j] * (n - rest) + data[j + 1] * rest) / n)
        return result
    if method != "exclusive":
        raise ValueError("Unknown method: %r" % method)
    result = []
    for i in range(1, n):
        j = min(max(i * (size + 1) // n, 1), size - 1)
        rest = i * (size + 1) - j * n
        result.append((data[j - 1] * (n - rest) + data[j] * rest) / n)
    return result


def _squares(data, center):
    """The sum of squared distances from the mean, or from `center`: count, numerator, denominator, and whether
    all numbers are ints."""
    data = list(data)
    count, n, d, is_whole = _sum(data)
    if d is None:
        return count, n - n, None, False
    if center is not None:
        n, d = _ratio(center)
        is_whole = is_whole and isinstance(center, int)
    elif count:
        d *= count
    total, scale = 0, 1
    for x in data:
        xn, xd = _ratio(x)
        part, over = xn * d - n * xd, xd * d
        if over != scale:
            common = max(over, scale) if not max(over, scale) % min(over, scale) else over * scale
            total *= (common // scale) ** 2
            part *= common // over
            scale = common
        total += part * part
    return count, total, scale * scale, is_whole


def variance(data, xbar=None):
    count, n, d, is_whole = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _number(n, d and d * (count - 1), is_whole)


def pvariance(data, mu=None):
    count, n, d, is_whole = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _number(n, d and d * count, is_whole)


def stdev(data, xbar=None):
    count, n, d, _ = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return n if d is None else _root(n, d * (count - 1))


def pstdev(data, mu=None):
    count, n, d, _ = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return n if d is None else _root(n, d * count)


def _root(n, d):
    """The square root of n / d, rounded once: the root of a whole number with more digits than a float has,
    its last bit saying whether something was cut off."""
    from math import isqrt

    if not n:
        return 0.0
    # Bits of a float, twice, and a few more.
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        d <<= 2 * shift
    else:
        n <<= -2 * shift
    root = isqrt(n // d)
    root |= root * root * d != n
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def covariance(x, y, /):
    from math import fsum

    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    x_mean, y_mean = fsum(x) / n, fsum(y) / n
    return fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)]) / (n - 1)


def correlation(x, y, /):
    from math import fsum, sqrt

    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    x_mean, y_mean = fsum(x) / n, fsum(y) / n
    both = fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)])
    x_part = fsum([(a - x_mean) ** 2.0 for a in x])
    y_part = fsum([(b - y_mean) ** 2.0 for b in y])
    try:
        return both / sqrt(x_part * y_part)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    from math import fsum

    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    x_mean = y_mean = 0.0
    if not proportional:
        x_mean, y_mean = fsum(x) / n, fsum(y) / n
    both = fsum([(a - x_mean) * (b - y_mean) for a, b in zip(x, y)])
    x_part = fsum([(a - x_mean) ** 2.0 for a in x])
    try:
        slope = both / x_part
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    kind = namedtuple("LinearRegression", "slope intercept", module="statistics")
    return kind(slope, 0.0 if proportional else y_mean - slope * x_mean)
