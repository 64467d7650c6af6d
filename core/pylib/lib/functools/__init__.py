# Functions that work on functions. Classes lie in submodules that are imported on first use, so that a
# program which only wants `wraps` or `lru_cache` pays for nothing else.

__all__ = (
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def __getattr__(name):
    if name in ("partial", "partialmethod", "cached_property"):
        from functools import _bound as home
    elif name in ("cmp_to_key", "total_ordering"):
        from functools import _order as home
    elif name in ("singledispatch", "singledispatchmethod"):
        from functools import _dispatch as home
    else:
        raise AttributeError("module 'functools' has no attribute %r" % name)
    globals()[name] = made = getattr(home, name)
    return made


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        # None is what a function has anyway; setting it would cost a record of details.
        if value is not None and value != {} or getattr(wrapper, name, None) != value:
            setattr(wrapper, name, value)
    for name in updated:
        more = getattr(wrapped, name, None)
        if more:
            getattr(wrapper, name).update(more)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, iterable, /, *initial):
    if len(initial) > 1:
        raise TypeError("reduce expected at most 3 arguments, got %d" % (len(initial) + 2))
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial:
        (value,) = initial
    else:
        for value in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in it:
        value = function(value, item)
    return value


def cache(user_function, /):
    return lru_cache(None)(user_function)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _remember(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _remember(function, maxsize, typed)

    return decorate


def _key(args, kwargs, typed):
    # `_key` itself parts positional arguments from the others.
    key = args
    if kwargs:
        key += (_key, *kwargs.items())
    if typed:
        key += (_key, *map(type, args), *map(type, kwargs.values()))
    return key


def _remember(function, maxsize, typed):
    # The table is in order of use, its first entry the one to forget. It also stands for "nothing".
    results = {}
    hits = misses = 0

    def wrapper(*args, **kwargs):
        nonlocal hits, misses
        if kwargs or typed:
            key = _key(args, kwargs, typed)
        elif len(args) == 1 and type(args[0]) in (int, str):
            key = args[0]
        else:
            key = args
        result = results.get(key, results)
        if result is not results:
            hits += 1
            if maxsize is not None:
                del results[key]
                results[key] = result
            return result
        misses += 1
        result = function(*args, **kwargs)
        if maxsize is None or len(results) < maxsize:
            results[key] = result
        elif maxsize and key not in results:
            del results[next(iter(results))]
            results[key] = result
        return result

    def cache_info():
        from functools._info import CacheInfo

        return CacheInfo(hits, misses, maxsize, len(results))

    def cache_clear():
        nonlocal hits, misses
        hits = misses = 0
        results.clear()

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)
