# Coroutines, asynchronous generators and managers; exception groups.
class Step:
    def __await__(self):
        return (yield 1)
class Manager:
    async def __aenter__(self): await Step()
    async def __aexit__(self, *error): await Step(); return True
async def items(n):
    try:
        for i in range(n):
            await Step()
            yield i
    finally:
        await Step()
async def work():
    async with Manager():
        rows = [x async for x in items(2)], {x: [y async for y in items(x)] async for x in items(2)}
        raise KeyError(rows)
    async for x in (x async for x in items(2)):
        pass
    a = items(3)
    await a.__aiter__().__anext__(), await a.asend(1), await anext(a, 2), aiter(a)
    try:
        await a.athrow(ValueError)
    except ValueError:
        pass
    a.ag_await, a.ag_code, a.ag_frame, a.ag_running, a.__name__, a.__qualname__, repr(a)
    await a.aclose()
    b = items(1)
    waits = b.__anext__()
    waits.__await__().__iter__().send(None)
    try:
        waits.throw(KeyError)
    except KeyError:
        pass
    waits = items(1).__anext__()
    waits.__next__()
    waits.close()
    return 1
c = work()
c.cr_await, c.cr_code, c.cr_frame, c.cr_running, c.cr_suspended, c.__name__, c.__qualname__, repr(c)
try:
    while True:
        c.__await__().send(None)
except StopIteration:
    pass
c = work()
c.send(None)
try:
    c.throw(ZeroDivisionError)
except ZeroDivisionError:
    pass
c.close()
group = ExceptionGroup("a", [ValueError(1), BaseExceptionGroup("b", [KeyError(2), OSError(3)])])
group.message, group.exceptions, str(group), repr(group), ExceptionGroup.__class_getitem__(int)
group.derive([KeyError(1)]), group.split(KeyError), group.subgroup(lambda error: isinstance(error, OSError))
BaseExceptionGroup.__new__(ExceptionGroup, "a", [KeyError()])
try:
    try:
        raise group
    except* KeyError as part:
        raise RuntimeError(part)
    except* ValueError:
        pass
except ExceptionGroup as left:
    left.exceptions
# Something is left to a finalizer without a fault, too.
c = work()
c.send(None)
del c
