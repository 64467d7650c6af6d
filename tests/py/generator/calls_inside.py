# Generators and frames that were moved to the heap call functions, which call, yield, fail and return.
def twice(x):
    return x + x


def nothing(x):
    seen.append(x)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def inner(n):
    for i in range(n):
        yield twice(i)


def defaults(a, b=[5]):
    return a, b


class Thing:
    def __init__(self, name):
        self.name = name

    def shown(self, extra):
        return self.name + extra

    def given(self, extra="!"):
        return self.name + extra

    @staticmethod
    def static(x):
        return -x

    @property
    def loud(self):
        return self.name.upper()


seen = []


def walks(n):
    thing = Thing("t")
    call = thing.shown
    for i in range(n):
        nothing(i)
        yield twice(i), thing.shown("?"), thing.given(), call("b"), Thing.static(i), thing.loud, defaults(i), deep(i)
        yield [x for x in inner(i)], sum(inner(i)), list(map(twice, inner(i))), sorted(inner(i), key=twice)
        yield from inner(2)
        yield twice(*[i]), twice(x=i), defaults(b=i, a=i)


for value in walks(3):
    print(value)
    #> (0, 't?', 't!', 'tb', 0, 'T', (0, [5]), 0)
    #> ([], 0, [], [])
    #> 0
    #> 2
    #> (0, 0, (0, 0))
    #> (2, 't?', 't!', 'tb', -1, 'T', (1, [5]), 1)
    #> ([0], 0, [0], [0])
    #> 0
    #> 2
    #> (2, 2, (1, 1))
    #> (4, 't?', 't!', 'tb', -2, 'T', (2, [5]), 2)
    #> ([0, 2], 2, [0, 4], [0, 2])
    #> 0
    #> 2
    #> (4, 4, (2, 2))
print(seen)  #> [0, 1, 2]


def fails(n):
    if n == 0:
        raise ValueError("end")
    return fails(n - 1)


def catches():
    for n in range(3):
        try:
            yield fails(n)
        except ValueError as error:
            got = yield "caught", n, str(error)
            try:
                yield fails(got)
            except ValueError:
                yield "again"
            finally:
                nothing("finally")


generator = catches()
print([next(generator), generator.send(2), next(generator), generator.send(0)])
#> [('caught', 0, 'end'), 'again', ('caught', 1, 'end'), 'again']
generator.close()
print(seen)  #> [0, 1, 2, 'finally', 'finally']


def recursive(n):
    if n:
        yield n
        yield from recursive(n - 1)
        yield twice(n)


print(list(recursive(6)), sum(recursive(40)))  #> [6, 5, 4, 3, 2, 1, 2, 4, 6, 8, 10, 12] 2460


def both(n):
    return n if n < 2 else sum(both(n - k) for k in (1, 2))


print([both(n) for n in range(12)])  #> [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]


def nests(n, f):
    return f(n) if n == 0 else nests(n - 1, lambda x: twice(f(x)) - x)


print(nests(60, twice))  #> 0
import sys

sys.setrecursionlimit(10**6)


def far(n):
    # Too deep for the window: the frames below are on the heap, and go on there.
    if n == 0:
        return list(inner(3)), twice(4), defaults(1)
    found = far(n - 1)
    return found if n % 2 else (found[0] + [twice(n)], found[1], found[2]) if n % 100 == 0 else found


print(far(300))  #> ([0, 2, 4, 200, 400, 600], 8, (1, [5]))


def many():
    rows = [inner(5) for _ in range(50)]
    total = 0
    while rows:
        for row in list(rows):
            value = next(row, None)
            if value is None:
                rows.remove(row)
            else:
                total += twice(value)
    return total


print(many())  #> 2000
