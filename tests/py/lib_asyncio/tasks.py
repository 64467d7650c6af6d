# Tasks take turns, are waited for together, within a time, and can be cancelled.
import asyncio


async def say(name, delay):
    await asyncio.sleep(delay)
    print(name)
    return name.upper()


async def bad():
    raise ValueError("bad")


async def cleanup():
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaned")


async def main():
    a = asyncio.create_task(say("slow", 0.02))
    b = asyncio.create_task(say("fast", 0.001), name="B")
    print(await a, await b, b.get_name(), a.done())
    print(await asyncio.gather(say("x", 0.02), say("y", 0.001), asyncio.sleep(0, "z")))
    try:
        await asyncio.gather(bad(), asyncio.sleep(0))
    except ValueError as error:
        print("caught", error)
    print(await asyncio.gather(bad(), asyncio.sleep(0, 1), return_exceptions=True))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.001)
    except asyncio.TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(asyncio.sleep(0.001, "in time"), 10))
    task = asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.done())
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, future.set_result, 42)
    print(await future, asyncio.current_task() in asyncio.all_tasks())
    asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    return "end"


print(asyncio.run(main()))
#> fast
#> slow
#> SLOW FAST B True
#> y
#> x
#> ['X', 'Y', 'z']
#> caught bad
#> [ValueError('bad'), 1]
#> timeout
#> in time
#> cleaned
#> cancelled True True
#> 42 True
#> cleaned
#> end


async def boom():
    1 / 0


try:
    asyncio.run(boom())
except ZeroDivisionError as error:
    print(error)  #> division by zero
try:
    asyncio.run(5)
except ValueError as error:
    print(error)  #> a coroutine was expected, got 5
print(asyncio.iscoroutinefunction(boom), asyncio.iscoroutinefunction(len))  #> True False
