# Bases for context managers.
from abc import ABC, abstractmethod

__name__ = "contextlib"


class AbstractContextManager(ABC):
    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not AbstractContextManager:
            return NotImplemented
        from collections.abc import has_methods

        return has_methods(other, ("__enter__", "__exit__"))


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        from functools import update_wrapper

        return update_wrapper(inner, func)
