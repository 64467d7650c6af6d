# What tasks wait for one another with.
from asyncio import CancelledError, Future

__name__ = "asyncio.locks"


class _Waiting:
    def __init__(self):
        self._waiters = []

    async def _wait(self):
        future = Future()
        self._waiters.append(future)
        try:
            await future
        finally:
            self._waiters.remove(future)

    def _wake(self, count):
        for future in self._waiters:
            if count <= 0:
                break
            if not future.done():
                future.set_result(True)
                count -= 1


class Event(_Waiting):
    _is_set = False

    def is_set(self):
        return self._is_set

    def set(self):
        self._is_set = True
        self._wake(len(self._waiters))

    def clear(self):
        self._is_set = False

    async def wait(self):
        if not self._is_set:
            await self._wait()
        return True


class _Entered:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, traceback):
        self.release()


class Semaphore(_Entered, _Waiting):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def locked(self):
        return self._value == 0 or any(not future.cancelled() for future in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        # Who releases hands it over.
        future = Future()
        self._waiters.append(future)
        try:
            await future
        except CancelledError:
            if future.done() and not future.cancelled():
                self.release()
            raise
        finally:
            self._waiters.remove(future)
        return True

    def release(self):
        for future in self._waiters:
            if not future.done():
                future.set_result(True)
                return
        self._value += 1


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

    def locked(self):
        return self._value == 0

    def release(self):
        if self._value:
            raise RuntimeError("Lock is not acquired.")
        super().release()


class Condition(_Entered, _Waiting):
    def __init__(self, lock=None):
        super().__init__()
        self._lock = Lock() if lock is None else lock
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
        finally:
            await self.acquire()
        return True

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))
