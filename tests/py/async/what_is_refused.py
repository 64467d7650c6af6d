# What cannot be awaited, iterated or entered says so.
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


def tell(work, *args):
    try:
        print(work(*args))
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__cause__))


class Wrong:
    def __await__(self):
        return 5


class Half:
    async def __aenter__(self):
        pass


class NoStep:
    def __aiter__(self):
        return 5


async def number():
    await 5


async def wrong():
    await Wrong()


async def loop(source):
    async for x in source:
        pass


async def manage(manager):
    async with manager:
        pass


async def stops():
    raise StopIteration(1)


async def items():
    yield 1
    raise StopAsyncIteration


tell(run, number())  #> TypeError object int can't be used in 'await' expression | None
tell(run, wrong())  #> TypeError __await__() returned non-iterator of type 'int' | None
tell(run, loop(5))
#> TypeError 'async for' requires an object with __aiter__ method, got int | None
tell(run, loop(NoStep()))
#> TypeError 'async for' received an object from __aiter__ that does not implement __anext__: int | None
tell(run, loop(items()))
#> RuntimeError async generator raised StopAsyncIteration | StopAsyncIteration()
tell(run, manage(5))
#> TypeError 'int' object does not support the asynchronous context manager protocol | None
tell(run, manage(Half()))
#> TypeError 'Half' object does not support the asynchronous context manager protocol (missed __aexit__ method) | None
tell(run, stops())  #> RuntimeError coroutine raised StopIteration | StopIteration(1)
tell(list, stops())  #> TypeError 'coroutine' object is not iterable | None
tell(iter, items())  #> TypeError 'async_generator' object is not iterable | None
tell(next, items())  #> TypeError 'async_generator' object is not an iterator | None
tell(aiter, 5)  #> TypeError 'int' object is not an async iterable | None
tell(anext, 5)  #> TypeError 'int' object is not an async iterator | None
c = number()
tell(c.send, 1)  #> TypeError can't send non-None value to a just-started coroutine | None
tell(run, c)  #> TypeError object int can't be used in 'await' expression | None
tell(run, c)  #> RuntimeError cannot reuse already awaited coroutine | None
