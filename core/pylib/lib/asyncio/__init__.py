# Coroutines that take turns: tasks, timers and futures. There is no input or output that could be waited for.
# Locks and queues, and groups of tasks, lie in submodules that are imported on first use.
import time as _time
from heapq import heappop as _heappop, heappush as _heappush

TimeoutError = TimeoutError
_running = None


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


def __getattr__(name):
    if name in ("Event", "Lock", "Semaphore", "BoundedSemaphore", "Condition"):
        from asyncio import _locks as home
    elif name in ("Queue", "LifoQueue", "PriorityQueue", "QueueEmpty", "QueueFull"):
        from asyncio import _queues as home
    elif name in (
        "ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION", "TaskGroup", "as_completed", "shield", "timeout", "wait",
    ):
        from asyncio import _groups as home
    else:
        raise AttributeError("module 'asyncio' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


class Handle:
    def __init__(self, work, args, when=None):
        self._work = work
        self._args = args
        self._when = when

    def cancel(self):
        self._work = None

    def cancelled(self):
        return self._work is None

    def when(self):
        return self._when

    def _run(self):
        if self._work is not None:
            self._work(*self._args)


class AbstractEventLoop:
    def __init__(self):
        self._ready = []
        self._timers = []
        self._count = 0
        self._tasks = {}
        self._task = None
        self._stops = False

    def time(self):
        return _time.monotonic()

    def call_soon(self, work, *args):
        handle = Handle(work, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, work, *args):
        return self.call_at(self.time() + delay, work, *args)

    def call_at(self, when, work, *args):
        handle = Handle(work, args, when)
        self._count += 1
        _heappush(self._timers, (when, self._count, handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None):
        return Task(coro, loop=self, name=name)

    def is_running(self):
        return _running is self

    def is_closed(self):
        return False

    def stop(self):
        self._stops = True

    def close(self):
        pass

    def _turn(self):
        # Timers that are due, then what was ready before: what becomes ready meanwhile waits for the next turn.
        timers = self._timers
        if not self._ready:
            while timers and timers[0][2]._work is None:
                _heappop(timers)
            if not timers:
                raise RuntimeError("all tasks wait for each other")
            delay = timers[0][0] - self.time()
            if delay > 0:
                _time.sleep(delay)
        now = self.time()
        while timers and timers[0][0] <= now:
            self._ready.append(_heappop(timers)[2])
        ready = self._ready
        self._ready = []
        for handle in ready:
            handle._run()

    def run_until_complete(self, future):
        global _running
        if _running is not None:
            raise RuntimeError("This event loop is already running")
        _running = self
        try:
            future = ensure_future(future, loop=self)
            while not future.done():
                self._turn()
            return future.result()
        finally:
            _running = None

    def run_forever(self):
        global _running
        _running = self
        self._stops = False
        try:
            while not self._stops and (self._ready or self._timers):
                self._turn()
        finally:
            _running = None


class Future:
    _waits_for = None

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = "PENDING"
        self._result = None
        self._error = None
        self._callbacks = []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def get_loop(self):
        return self._loop

    def _end(self, state, result=None, error=None):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        self._state = state
        self._result = result
        self._error = error
        callbacks = self._callbacks
        self._callbacks = []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def set_result(self, result):
        self._end("FINISHED", result)

    def set_exception(self, error):
        self._end("FINISHED", None, error() if isinstance(error, type) else error)

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        self._end("CANCELLED", None, CancelledError() if msg is None else CancelledError(msg))
        return True

    def exception(self):
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        if self._state == "CANCELLED":
            raise self._error
        return self._error

    def result(self):
        if self._state == "PENDING":
            raise InvalidStateError("Result is not ready.")
        if self._error is not None:
            raise self._error
        return self._result

    def add_done_callback(self, callback, *, context=None):
        if self._state == "PENDING":
            self._callbacks.append(callback)
        else:
            self._loop.call_soon(callback, self)

    def remove_done_callback(self, callback):
        kept = [other for other in self._callbacks if other != callback]
        count = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return count

    def __await__(self):
        if self._state == "PENDING":
            yield self
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self._state.lower())


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None):
        if not iscoroutine(coro):
            raise TypeError("a coroutine was expected, got %r" % (coro,))
        super().__init__(loop=loop)
        loop = self._loop
        loop._count += 1
        self._name = "Task-%d" % loop._count if name is None else str(name)
        self._coro = coro
        self._is_cancelled = None
        self._cancels = 0
        loop._tasks[id(self)] = self
        loop.call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels:
            self._cancels -= 1
        return self._cancels

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancels += 1
        if self._waits_for is not None and self._waits_for.cancel(msg):
            return True
        self._is_cancelled = (msg,) if msg is not None else ()
        return True

    def _wake(self, future):
        self._waits_for = None
        self._step(future._error)

    def _step(self, error=None):
        if self.done():
            return
        if self._is_cancelled is not None:
            if not isinstance(error, CancelledError):
                error = CancelledError(*self._is_cancelled)
            self._is_cancelled = None
        loop = self._loop
        before = loop._task
        loop._task = self
        try:
            waits_for = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as end:
            self._end("FINISHED", end.value)
        except CancelledError as error:
            self._end("CANCELLED", None, error)
        except BaseException as error:
            self._end("FINISHED", None, error)
            if not isinstance(error, Exception):
                raise
        else:
            if waits_for is None:
                loop.call_soon(self._step)
            elif isinstance(waits_for, Future):
                self._waits_for = waits_for
                waits_for.add_done_callback(self._wake)
                if self._is_cancelled is not None and waits_for.cancel(*self._is_cancelled):
                    self._is_cancelled = None
            else:
                loop.call_soon(self._step, RuntimeError("Task got bad yield: %r" % (waits_for,)))
        finally:
            loop._task = before
            if self.done():
                loop._tasks.pop(id(self), None)

    def __repr__(self):
        return "<Task %s name=%r>" % (self._state.lower(), self._name)


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def new_event_loop():
    return AbstractEventLoop()


def set_event_loop(loop):
    pass


_idle = None


def get_event_loop():
    global _idle
    if _running is not None:
        return _running
    if _idle is None:
        _idle = new_event_loop()
    return _idle


def iscoroutine(obj):
    return hasattr(obj, "cr_frame") or hasattr(obj, "gi_frame")


def iscoroutinefunction(func):
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and bool(code.co_flags & 0x80)


def isfuture(obj):
    return isinstance(obj, Future)


def current_task(loop=None):
    return (loop or get_running_loop())._task


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks.values())


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


async def _wait_for_it(awaitable):
    return await awaitable


def ensure_future(awaitable, *, loop=None):
    if isinstance(awaitable, Future):
        return awaitable
    if not iscoroutine(awaitable):
        if not hasattr(type(awaitable), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        awaitable = _wait_for_it(awaitable)
    return (loop or get_event_loop()).create_task(awaitable)


class _Turn:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Turn()
        return result
    future = Future()
    handle = future._loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    def __init__(self, children, returns_errors):
        super().__init__()
        self._children = children
        self._returns_errors = returns_errors
        self._is_cancelled = False
        self._left = len(children)
        if not children:
            self.set_result([])
        for child in children:
            child.add_done_callback(self._note)

    def _note(self, child):
        self._left -= 1
        if self.done():
            return
        if child._error is not None and not self._returns_errors:
            if child.cancelled():
                self._end("CANCELLED" if self._is_cancelled else "FINISHED", None, child._error)
            else:
                self.set_exception(child._error)
        elif not self._left:
            if self._is_cancelled:
                self._end("CANCELLED", None, CancelledError())
            else:
                self.set_result([child._result if child._error is None else child._error for child in self._children])

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            found = child.cancel(msg) or found
        self._is_cancelled = found
        return found


def gather(*awaitables, return_exceptions=False):
    known = {}
    children = []
    for awaitable in awaitables:
        if id(awaitable) not in known:
            known[id(awaitable)] = ensure_future(awaitable)
        children.append(known[id(awaitable)])
    return _Gathering(children, return_exceptions)


async def wait_for(awaitable, timeout):
    future = ensure_future(awaitable)
    if timeout is None:
        return await future
    late = False

    def expire():
        nonlocal late
        late = future.cancel()

    if timeout <= 0:
        if not future.done():
            expire()
        handle = None
    else:
        handle = future._loop.call_later(timeout, expire)
    try:
        return await future
    except CancelledError as error:
        if late:
            raise TimeoutError from error
        future.cancel()
        raise
    finally:
        if handle is not None:
            handle.cancel()


def run(main, *, debug=None):
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError("a coroutine was expected, got %r" % (main,))
    loop = new_event_loop()
    try:
        return loop.run_until_complete(main)
    finally:
        left = list(loop._tasks.values())
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(_end_of(left))


async def _end_of(tasks):
    for task in tasks:
        try:
            await task
        except BaseException:
            pass
