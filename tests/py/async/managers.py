# `async with` waits for `__aenter__` and `__aexit__` on every way in and out.
import sys


def run(coro):
    steps = []
    while True:
        try:
            steps.append(coro.send(None))
        except StopIteration as end:
            return end.value, steps


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value
        return self.value * 2


class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    async def __aenter__(self):
        await Step("enter " + self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await Step("exit %s %s" % (self.name, kind and kind.__name__))
        return self.swallows


async def ways():
    async with Manager("a") as a, Manager("b") as b:
        print(a, b)
    async with Manager("c", True):
        raise ValueError("x")
    try:
        async with Manager("d"):
            raise KeyError("y")
    except KeyError as error:
        print("caught", error)
    for i in range(4):
        async with Manager("l%d" % i):
            if i == 0:
                continue
            if i == 2:
                return "done"


async def handling():
    try:
        raise ValueError(1)
    except ValueError:
        async with Manager("h", True):
            print(repr(sys.exception()))
            raise KeyError(2)
        print(repr(sys.exception()))


print(run(ways()))
#> a b
#> caught 'y'
#> ('done', ['enter a', 'enter b', 'exit b None', 'exit a None', 'enter c', 'exit c ValueError', 'enter d', 'exit d KeyError', 'enter l0', 'exit l0 None', 'enter l1', 'exit l1 None', 'enter l2', 'exit l2 None'])
print(run(handling()))
#> ValueError(1)
#> ValueError(1)
#> (None, ['enter h', 'exit h KeyError'])
