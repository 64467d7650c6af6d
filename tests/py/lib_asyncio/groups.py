# Groups of tasks, and what ends them.
import asyncio


async def say(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name.upper()


async def bad():
    raise ValueError("bad")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad())
            group.create_task(asyncio.sleep(10))
    except* ValueError as error:
        print(repr(error))
    async with asyncio.TaskGroup() as group:
        one = group.create_task(say("one", 0.02))
        two = group.create_task(say("two", 0.001))
    print(one.result(), two.result())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(3)
    except TimeoutError:
        print("late")
    tasks = [asyncio.create_task(say("first", 0.001)), asyncio.create_task(asyncio.sleep(5))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in done], len(pending))
    for task in pending:
        task.cancel()
    for next_one in asyncio.as_completed([say("c2", 0.02), say("c1", 0.001)]):
        print(await next_one)
    print(await asyncio.shield(say("shielded", 0.001)))


asyncio.run(main())
#> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('bad')])
#> two
#> one
#> ONE TWO
#> late
#> first
#> ['FIRST'] 1
#> c1
#> C1
#> c2
#> C2
#> shielded
#> SHIELDED
