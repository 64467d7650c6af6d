# Locks, events, semaphores, conditions and queues let tasks wait for each other.
import asyncio


async def main():
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        return "set"

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    print(await task, event.is_set())

    lock = asyncio.Lock()
    order = []

    async def worker(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(n)

    await asyncio.gather(*(worker(i) for i in range(3)))
    print(order, lock.locked())

    queue = asyncio.Queue(2)
    got = []

    async def producer():
        for i in range(5):
            await queue.put(i)
        await queue.put(None)

    async def consumer():
        while (item := await queue.get()) is not None:
            got.append(item)
            queue.task_done()

    await asyncio.gather(producer(), consumer())
    print(got, queue.qsize(), queue.empty(), queue.full())

    semaphore = asyncio.Semaphore(2)
    active = peak = 0

    async def limited():
        nonlocal active, peak
        async with semaphore:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print(active, peak)

    condition = asyncio.Condition()
    ready = []

    async def wait_for_it():
        async with condition:
            await condition.wait_for(lambda: ready)
            return ready[0]

    task = asyncio.create_task(wait_for_it())
    await asyncio.sleep(0)
    async with condition:
        ready.append("go")
        condition.notify_all()
    print(await task)

    rising = asyncio.PriorityQueue()
    falling = asyncio.LifoQueue()
    for item in 3, 1, 2:
        rising.put_nowait(item)
        falling.put_nowait(item)
    print([rising.get_nowait() for _ in range(3)], [falling.get_nowait() for _ in range(3)])
    try:
        rising.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


asyncio.run(main())
#> set True
#> [0, 0, 1, 1, 2, 2] False
#> [0, 1, 2, 3, 4] 0 True False
#> 0 2
#> go
#> [1, 2, 3] [2, 1, 3]
#> empty
