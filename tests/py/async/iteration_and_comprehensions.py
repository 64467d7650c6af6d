# `async for` in statements and comprehensions, and asynchronous generators.
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


class Counter:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Step("step%d" % self.i)
        return self.i


async def loops():
    out = []
    async for x in Counter(4):
        if x == 2:
            continue
        out.append(x)
        if x == 3:
            break
    else:
        out.append("else")
    async for x, y in pairs():
        out.append(x + y)
    else:
        out.append("else")
    return out


async def pairs():
    yield 1, 2
    yield 3, 4


async def items(n):
    for i in range(n):
        await Step("w%d" % i)
        got = yield i
        if got:
            print("got", got)


async def comprehensions():
    rows = [x async for x in items(3)]
    table = {x: y async for x in items(2) for y in (1, 2)}
    waits = [await Step(i) for i in range(2)]
    chosen = {x async for x in items(3) if x and await Step(0) == 0}
    lazy = (x * 10 async for x in items(2))
    nested = [[y async for y in items(x)] for x in range(3)]
    makers = [lambda: x async for x in items(2)]
    return rows, table, waits, chosen, [v async for v in lazy], nested, [make() for make in makers]


async def methods():
    a = items(3)
    print(await a.__anext__(), await a.asend("hello"))
    try:
        await a.athrow(ValueError("thrown"))
    except ValueError as error:
        print(error)
    try:
        await a.__anext__()
    except StopAsyncIteration:
        print("stop")
    b = items(3)
    print(await anext(b))
    await b.aclose()
    print(await anext(b, "default"))
    print(aiter(b) is b, b.ag_frame)


async def cleaned():
    try:
        yield 1
        yield 2
    finally:
        await Step("cleanup")
        print("finally")


async def leave():
    g = cleaned()
    async for x in g:
        print(x)
        break
    await g.aclose()


def outside():
    return (x async for x in items(2))


print(run(loops()))  #> ([1, 3, 3, 7, 'else'], ['step1', 'step2', 'step3'])
print(run(comprehensions()))
#> (([0, 1, 2], {0: 2, 1: 2}, [0, 2], {1, 2}, [0, 10], [[], [0], [0, 1]], [1, 1]), ['w0', 'w1', 'w2', 'w0', 'w1', 0, 1, 'w0', 'w1', 0, 'w2', 0, 'w0', 'w0', 'w1', 'w0', 'w1', 'w0', 'w1'])
print(run(methods()))
#> got hello
#> 0 1
#> thrown
#> stop
#> 0
#> default
#> True None
#> (None, ['w0', 'w1', 'w0'])
print(run(leave()))
#> 1
#> finally
#> (None, ['cleanup'])
print(type(items(1)), type(outside()), items.__code__.co_flags & 0x2A0)
#> <class 'async_generator'> <class 'async_generator'> 512
