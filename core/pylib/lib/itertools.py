# Iterators made of iterators. Each function checks its arguments and gives a generator; a generator
# expression does both, since it asks its first iterable for an iterator at once.


def count(start=0, step=1):
    for number in (start, step):
        kind = type(number)
        if kind is not complex and not hasattr(kind, "__index__") and not hasattr(kind, "__float__"):
            raise TypeError("a number is required")

    def count(n, step):
        while True:
            yield n
            n += step

    return count(start, step)


def cycle(iterable, /):
    def cycle(it):
        saved = []
        for item in it:
            saved.append(item)
            yield item
        while saved:
            yield from saved

    return cycle(iter(iterable))


def repeat(object, times=None):
    def repeat(item):
        while True:
            yield item

    if times is None:
        return repeat(object)
    return (object for _ in range(times))


def chain(*iterables):
    return (item for iterable in iterables for item in iterable)


def _from_iterable(iterable, /):
    return (item for inner in iterable for item in inner)


chain.from_iterable = _from_iterable
del _from_iterable


def accumulate(iterable, func=None, *, initial=None):
    def accumulate(it, total):
        if total is None:
            for total in it:
                break
            else:
                return
        yield total
        if func is None:
            for item in it:
                total = total + item
                yield total
        else:
            for item in it:
                total = func(total, item)
                yield total

    return accumulate(iter(iterable), initial)


def compress(data, selectors):
    return (item for item, wanted in zip(data, selectors) if wanted)


def filterfalse(function, iterable, /):
    if function is None or function is bool:
        return (item for item in iterable if not item)
    return (item for item in iterable if not function(item))


def starmap(function, iterable, /):
    return (function(*args) for args in iterable)


def takewhile(predicate, iterable, /):
    def takewhile(it):
        for item in it:
            if not predicate(item):
                return
            yield item

    return takewhile(iter(iterable))


def dropwhile(predicate, iterable, /):
    def dropwhile(it):
        for item in it:
            if not predicate(item):
                yield item
                break
        yield from it

    return dropwhile(iter(iterable))


def pairwise(iterable, /):
    def pairwise(it):
        for last in it:
            break
        for item in it:
            yield last, item
            last = item

    return pairwise(iter(iterable))


def _bound(value, default, message):
    if value is None:
        return default
    index = getattr(type(value), "__index__", None)
    if index is None or index(value) < 0:
        raise ValueError(message)
    return index(value)


def islice(iterable, /, *args):
    if not 1 <= len(args) <= 3:
        kind, limit = ("least", 2) if not args else ("most", 4)
        raise TypeError("islice expected at %s %d arguments, got %d" % (kind, limit, len(args) + 1))
    it = iter(iterable)
    start, stop, step = 0, args[0], 1
    message = "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    if len(args) == 1:
        stop = _bound(stop, -1, message % "Stop argument")
    else:
        stop = _bound(args[1], -1, message % "Stop argument")
        start = _bound(args[0], 0, message % "Indices")
        if len(args) == 3:
            message = "Step for islice() must be a positive integer or None."
            step = _bound(args[2], 1, message)
            if not step:
                raise ValueError(message)

    def islice(it, wanted, stop, step):
        i = 0
        for item in it:
            if i == wanted:
                wanted += step
                yield item
            i += 1
            if i == stop:
                return

    # What lies before the first item is skipped even if there is none.
    stop = max(start, stop) if stop >= 0 else stop
    return islice(it, start, stop, step) if stop else iter(())


def groupby(iterable, key=None):
    # `value` is the item that was read last and `current` its key; a group ends when it is not `run`.
    value = current = run = None

    def group(wanted, number):
        nonlocal value, current
        while run == number and (current is wanted or current == wanted):
            yield value
            if run != number:
                return
            for value in it:
                current = value if key is None else key(value)
                break
            else:
                return

    def groupby():
        nonlocal value, current, run
        run = 0
        for value in it:
            fresh = value if key is None else key(value)
            if run and (fresh is current or fresh == current):
                continue
            current = fresh
            while True:
                run += 1
                wanted = current
                yield wanted, group(wanted, run)
                if current is wanted or current == wanted:
                    break
        # The last group ends as well.
        run = None

    it = iter(iterable)
    return groupby()


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)

    def tee(link):
        # A link is [item, next link]; the last one is empty and filled by who comes first.
        while True:
            if link[1] is None:
                try:
                    item = next(it)
                except StopIteration:
                    return
                link[0] = item
                link[1] = [None, None]
            item, link = link
            yield item

    start = [None, None]
    return tuple([tee(start) for _ in range(n)])


def zip_longest(*iterables, fillvalue=None):
    def zip_longest(iterators, active):
        while active:
            row = []
            for i, it in enumerate(iterators):
                item = fillvalue
                if it is not None:
                    # The list itself says that an iterator has ended.
                    item = next(it, iterators)
                    if item is iterators:
                        iterators[i] = None
                        active -= 1
                        if not active:
                            return
                        item = fillvalue
                row.append(item)
            yield tuple(row)

    iterators = list(map(iter, iterables))
    return zip_longest(iterators, len(iterators))


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")

    def product(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        row = [pool[0] for pool in pools]
        last = len(pools) - 1
        while True:
            yield tuple(row)
            # Like a counter: wheels at their end go to the start and move the one before.
            i = last
            while i >= 0:
                pool = pools[i]
                place = places[i] + 1
                if place < len(pool):
                    break
                places[i] = 0
                row[i] = pool[0]
                i -= 1
            else:
                return
            places[i] = place
            row[i] = pool[place]

    return product([tuple(iterable) for iterable in iterables] * repeat)


def _length(r):
    if not isinstance(r, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(r).__name__)
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


def permutations(iterable, r=None):
    def permutations(pool, r):
        n = len(pool)
        if r > n:
            return
        # How many items have yet to stand at a place while those in front of it stay.
        left = list(range(n, n - r, -1))
        while True:
            yield tuple(pool[:r])
            i = r - 1
            while i >= 0:
                k = left[i] - 1
                if k:
                    left[i] = k
                    pool[i], pool[-k] = pool[-k], pool[i]
                    break
                # All have: back to the order of before.
                pool.append(pool.pop(i))
                left[i] = n - i
                i -= 1
            else:
                return

    pool = list(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError("Expected int as r")
    return permutations(pool, len(pool) if r is None else _length(r))


def combinations(iterable, r):
    def combinations(pool, r):
        n = len(pool)
        if r > n:
            return
        places = list(range(r))
        row = list(pool[:r])
        while True:
            yield tuple(row)
            i = r - 1
            last = n - 1
            while i >= 0 and places[i] == last:
                i -= 1
                last -= 1
            if i < 0:
                return
            place = places[i]
            while i < r:
                place += 1
                places[i] = place
                row[i] = pool[place]
                i += 1

    return combinations(tuple(iterable), _length(r))


def combinations_with_replacement(iterable, r):
    def combinations_with_replacement(pool, r):
        last = len(pool) - 1
        if last < 0 and r:
            return
        places = [0] * r
        row = list(pool[:1]) * r
        while True:
            yield tuple(row)
            i = r - 1
            while i >= 0 and places[i] == last:
                i -= 1
            if i < 0:
                return
            place = places[i] + 1
            while i < r:
                places[i] = place
                row[i] = pool[place]
                i += 1

    return combinations_with_replacement(tuple(iterable), _length(r))
