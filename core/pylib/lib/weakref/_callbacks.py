# Weak methods, and calls when an object dies.
from _weakref import ref

__name__ = "weakref"


class WeakMethod:
    # A weak reference to a bound method that dies with its receiver.
    def __init__(self, method, callback=None):
        try:
            receiver = method.__self__
            func = method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not %s" % type(method)) from None
        notify = None if callback is None else lambda gone: callback(self)
        self._receiver = ref(receiver, notify)
        self._func = ref(func)
        self._method_type = type(method)

    def __call__(self):
        receiver = self._receiver()
        func = self._func()
        if receiver is None or func is None:
            return None
        return func.__get__(receiver, type(receiver))

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            return self._receiver == other._receiver and self._func == other._func
        return NotImplemented

    def __hash__(self):
        return hash(self._receiver)


class finalize:
    # Calls a function when an object dies, once.
    _living = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self.atexit = False
        held = ref(obj, self._died)
        finalize._living[self] = (held, func, args, kwargs)

    def _died(self, gone):
        self()

    def __call__(self, _=None):
        entry = finalize._living.pop(self, None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None and finalize._living.pop(self, None):
            return obj, entry[1], entry[2], entry[3]

    def peek(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, entry[1], entry[2], entry[3]

    @property
    def alive(self):
        return self in finalize._living
