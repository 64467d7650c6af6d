# Groups of tasks, and limits to their time.
from asyncio import CancelledError, Future, current_task, ensure_future, get_running_loop

__name__ = "asyncio.tasks"

ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"


async def wait(tasks, *, timeout=None, return_when=ALL_COMPLETED):
    tasks = set(tasks)
    if not tasks:
        raise ValueError("Set of Tasks/Futures is empty.")
    ended = Future()

    def is_over():
        done = [task for task in tasks if task.done()]
        if len(done) == len(tasks) or done and return_when == FIRST_COMPLETED:
            return True
        return return_when == FIRST_EXCEPTION and any(task._error and not task.cancelled() for task in done)

    def note(_):
        if not ended.done() and (_ is None or is_over()):
            ended.set_result(None)

    handle = None if timeout is None else ended._loop.call_later(timeout, note, None)
    for task in tasks:
        task.add_done_callback(note)
    try:
        if not is_over():
            await ended
    finally:
        if handle is not None:
            handle.cancel()
        for task in tasks:
            task.remove_done_callback(note)
    done = {task for task in tasks if task.done()}
    return done, tasks - done


def as_completed(awaitables, *, timeout=None):
    from asyncio import Queue

    done = Queue()
    tasks = [ensure_future(awaitable) for awaitable in awaitables]
    for task in tasks:
        task.add_done_callback(done.put_nowait)
    if timeout is not None:
        get_running_loop().call_later(timeout, done.put_nowait, None)

    async def next_one():
        task = await done.get()
        if task is None:
            raise TimeoutError
        return task.result()

    for _ in tasks:
        yield next_one()


def shield(awaitable):
    inner = ensure_future(awaitable)
    if inner.done():
        return inner
    outer = Future()

    def pass_on(inner):
        if not outer.done():
            outer._end(inner._state, inner._result, inner._error)

    inner.add_done_callback(pass_on)
    return outer


class timeout:
    def __init__(self, delay):
        self._delay = delay
        self._is_late = False

    def expired(self):
        return self._is_late

    def when(self):
        return self._handle and self._handle.when()

    def reschedule(self, when):
        if self._handle is not None:
            self._handle.cancel()
        self._handle = None if when is None else self._task._loop.call_at(when, self._expire)

    def _expire(self):
        self._is_late = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self._handle = None
        if self._delay is not None:
            self.reschedule(self._task._loop.time() + self._delay)
        return self

    async def __aexit__(self, kind, error, traceback):
        self.reschedule(None)
        if self._is_late and self._task.uncancel() <= 0 and kind is CancelledError:
            raise TimeoutError from error


class TaskGroup:
    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._waits = None
        self._is_over = False
        self._stops_parent = False

    def create_task(self, coro, *, name=None, context=None):
        if self._is_over and not self._tasks:
            raise RuntimeError("TaskGroup %r is finished" % (self,))
        task = get_running_loop().create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._note)
        return task

    def _note(self, task):
        self._tasks.discard(task)
        if self._waits is not None and not self._tasks and not self._waits.done():
            self._waits.set_result(None)
        if task._error is None or task.cancelled():
            return
        self._errors.append(task._error)
        self._stop()
        if not self._is_over and not self._stops_parent:
            self._stops_parent = True
            self._parent.cancel()

    def _stop(self):
        for task in self._tasks:
            task.cancel()

    async def __aenter__(self):
        self._parent = current_task()
        return self

    async def __aexit__(self, kind, error, traceback):
        self._is_over = True
        if kind is not None and (kind is not CancelledError or not self._stops_parent):
            self._stop()
        cancelled = error if kind is CancelledError else None
        while self._tasks:
            self._waits = Future()
            try:
                await self._waits
            except CancelledError as late:
                if not self._stops_parent:
                    cancelled = late
                self._stop()
        if self._stops_parent:
            self._parent.uncancel()
            cancelled = None
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and kind is not CancelledError:
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
