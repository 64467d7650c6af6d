# A coroutine runs when it is sent to, and `await` passes on what the awaited one waits for.
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


async def double(a):
    x = await Step(a)
    y = await Step(x)
    return x + y


async def total():
    result = 0
    for i in range(3):
        result += await double(i)
    return result


async def failing():
    async def inner():
        await Step(1)
        raise ZeroDivisionError("deep")

    try:
        await inner()
    except ZeroDivisionError as error:
        return str(error)


async def thrown():
    try:
        await Step("a")
    except KeyError as error:
        return repr(error)


class Methods:
    async def plain(self):
        return await Step(1)

    @classmethod
    async def of_class(cls):
        return cls.__name__

    @staticmethod
    async def static():
        return 5


async def methods():
    return await Methods().plain(), await Methods.of_class(), await Methods.static()


print(run(double(3)))  #> (18, [3, 6])
print(run(total()))  #> (18, [0, 0, 1, 2, 2, 4])
print(run(failing()))  #> ('deep', [1])
print(run(methods()))  #> ((2, 'Methods', 5), [1])
c = thrown()
print(c.send(None))  #> a
try:
    c.throw(KeyError("z"))
except StopIteration as end:
    print(end.value)  #> KeyError('z')
c = double(1)
print(type(c), c.__name__, c.__qualname__, c.cr_running, c.cr_frame is None, c.cr_await)
#> <class 'coroutine'> double double False False None
c.close()
print(c.cr_frame)  #> None
print(double.__code__.co_flags & 0x80)  #> 128
