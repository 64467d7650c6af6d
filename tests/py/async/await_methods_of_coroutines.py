# `__await__` of a coroutine is an iterator, which others may give as their own or delegate to.
async def work(a):
    await Step(a)
    return a + 1


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


class Same:
    def __await__(self):
        return work(1).__await__()


class Through:
    def __await__(self):
        result = yield from work(5).__await__()
        return result * 10


async def main():
    return await Same(), await Through()


c = main()
print(c.send(None), c.send(None))  #> 1 5
try:
    c.send(None)
except StopIteration as end:
    print(end.value)  #> (2, 60)
steps = work(7).__await__()
print(next(steps), iter(steps) is steps)  #> 7 True
try:
    next(steps)
except StopIteration as end:
    print(end.value)  #> 8
steps = work(7).__await__()
next(steps)
try:
    steps.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))  #> KeyError('k')
