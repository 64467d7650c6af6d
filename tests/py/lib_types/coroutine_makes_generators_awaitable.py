# `types.coroutine` makes what a generator function gives awaitable.
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


import types


@types.coroutine
def old(a):
    x = yield a
    return x


async def new():
    return await old("first")


print(run(new()))  #> (None, ['first'])
print(old.__name__)  #> old
