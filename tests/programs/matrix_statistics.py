"""Matrices with operators, elimination, fractions, and statistics of a data set."""


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, size):
        return cls([int(i == j) for j in range(size)] for i in range(size))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def transposed(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            row, column = key
            if isinstance(row, slice) or isinstance(column, slice):
                rows = self.rows[row] if isinstance(row, slice) else [self.rows[row]]
                return Matrix([r[column] if isinstance(column, slice) else [r[column]] for r in rows])
            return self.rows[row][column]
        return self.rows[key]

    def __setitem__(self, key, value):
        row, column = key
        self.rows[row][column] = value

    def __add__(self, other):
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, factor):
        return Matrix([item * factor for item in row] for row in self.rows)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("%dx%d @ %dx%d" % (*self.shape, *other.shape))
        columns = list(zip(*other.rows))
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows)

    def __pow__(self, power):
        result, base = Matrix.identity(len(self.rows)), self
        while power:
            if power & 1:
                result = result @ base
            base = base @ base
            power >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return "Matrix(%r)" % self.rows

    def __str__(self):
        cells = [[str(item) for item in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    def determinant(self):
        """Fraction-free elimination: exact for ints."""
        rows = [row[:] for row in self.rows]
        size, sign, previous = len(rows), 1, 1
        for k in range(size - 1):
            if rows[k][k] == 0:
                swap = next((i for i in range(k + 1, size) if rows[i][k]), None)
                if swap is None:
                    return 0
                rows[k], rows[swap] = rows[swap], rows[k]
                sign = -sign
            for i in range(k + 1, size):
                for j in range(k + 1, size):
                    rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // previous
            previous = rows[k][k]
        return sign * rows[-1][-1]

    def inverse(self):
        size = len(self.rows)
        work = [[Fraction(x) for x in row] + [Fraction(int(i == j)) for j in range(size)] for i, row in enumerate(self.rows)]
        for column in range(size):
            pivot = next((row for row in range(column, size) if work[row][column]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            work[column], work[pivot] = work[pivot], work[column]
            head = work[column][column]
            work[column] = [item / head for item in work[column]]
            for row in range(size):
                if row != column and work[row][column]:
                    factor = work[row][column]
                    work[row] = [a - factor * b for a, b in zip(work[row], work[column])]
        return Matrix(row[size:] for row in work)


class Fraction:
    __slots__ = ("top", "bottom")

    def __init__(self, top, bottom=1):
        a, b = abs(top), abs(bottom)
        while b:
            a, b = b, a % b
        sign = -1 if bottom < 0 else 1
        self.top, self.bottom = sign * top // a, sign * bottom // a

    @staticmethod
    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value)

    def __add__(self, other):
        other = Fraction.of(other)
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __sub__(self, other):
        return self + -Fraction.of(other)

    def __mul__(self, other):
        other = Fraction.of(other)
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = Fraction.of(other)
        return Fraction(self.top * other.bottom, self.bottom * other.top)

    def __eq__(self, other):
        other = Fraction.of(other)
        return (self.top, self.bottom) == (other.top, other.bottom)

    def __bool__(self):
        return self.top != 0

    def __float__(self):
        return self.top / self.bottom

    def __repr__(self):
        return str(self.top) if self.bottom == 1 else "%d/%d" % (self.top, self.bottom)


def quantile(ordered, part):
    place = part * (len(ordered) - 1)
    low = int(place)
    if low + 1 == len(ordered):
        return ordered[low]
    return ordered[low] + (ordered[low + 1] - ordered[low]) * (place - low)


def describe(values):
    ordered = sorted(values)
    count = len(ordered)
    mean = sum(ordered) / count
    variance = sum((value - mean) ** 2 for value in ordered) / (count - 1)
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    mode = max(counts, key=lambda value: (counts[value], -value))
    return {"n": count, "mean": mean, "variance": variance, "median": quantile(ordered, 0.5), "mode": mode,
            "quartiles": tuple(quantile(ordered, q / 4) for q in (1, 3))}


def correlation(xs, ys):
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    top = sum((x - mx) * (y - my) for x, y in zip(xs, ys))
    return top / (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5


def histogram(values, width):
    bins = {}
    for value in values:
        bins[value // width] = bins.get(value // width, 0) + 1
    return ["%4d-%-4d %s" % (k * width, k * width + width - 1, "#" * bins[k]) for k in sorted(bins)]


def main():
    a = Matrix([[2, 0, 1], [1, 3, -1], [4, 1, 5]])
    b = Matrix([[1, 2], [0, 1], [-1, 4]])
    print(a @ b)
    print(a + a == 2 * a, a - a, a.transposed[0], b.shape, a[1, 2], a[0:2, 1:], a[:, 0])
    print(a.determinant(), Matrix.identity(4).determinant(), Matrix([[1, 2], [2, 4]]).determinant())
    inverse = a.inverse()
    print(inverse)
    print(a @ inverse == Matrix.identity(3), inverse @ a == Matrix.identity(3), float(inverse[0, 0]))
    print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], Matrix([[3, 1], [2, 5]]) ** 20)
    hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(6)] for i in range(6)])
    seven = [[1 + (i * i * j + 3 * i + j * j * j) % 11 for j in range(7)] for i in range(7)]
    print(Matrix(seven).determinant(), hilbert[5, 5], sum(hilbert[2], Fraction(0)))
    for broken in (lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse()):
        try:
            broken()
        except (ValueError, ZeroDivisionError) as error:
            print(type(error).__name__, error)
    values, state = [], 31
    for _ in range(200):
        state = (state * 137 + 59) % 9973
        values.append((state % 40 + state // 40 % 40) // 2)
    for name, value in describe(values).items():
        print("%-10s %s" % (name, "%.6f" % value if isinstance(value, float) else value))
    print("\n".join(histogram(values, 5)))
    print("correlation %.9f" % correlation(values[:100], values[100:]))


main()
