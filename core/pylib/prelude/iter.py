# Steps of iterators that run script code, and iterators that are generators in disguise: a generator
# function named like a builtin iterator type shows itself as that type.


def callable_step(it, func, sentinel):
    try:
        value = func()
    except StopIteration:
        _iter_finish(it)
        raise
    if sentinel is value or sentinel == value:
        _iter_finish(it)
        raise StopIteration
    return value


def sequence_step(it, items, i):
    try:
        value = items[i]
        _iter_advance(it, i + 1)
        return value
    except (IndexError, StopIteration):
        _iter_finish(it)
    raise StopIteration


def sequence_reverse_step(it, items, i):
    if i > 0:
        try:
            value = items[i - 1]
            _iter_advance(it, i - 1)
            return value
        except (IndexError, StopIteration):
            pass
    _iter_finish(it)
    raise StopIteration


def reversed_by_method(items):
    return type(items).__reversed__(items)


def reversed_sequence(items):
    return _iter_new(2, items, len(items))


def enumerate_new(iterable, start):
    def enumerate(it, n):
        for item in it:
            yield n, item
            n += 1

    return enumerate(iter(iterable), to_index(start))


def zip_new(iterables, strict):
    def zip(iterators, strict):
        while iterators:
            row = []
            for it in iterators:
                # The tuple itself says that an iterator has ended.
                item = next(it, iterators)
                if item is iterators:
                    break
                row.append(item)
            if len(row) < len(iterators):
                if strict:
                    zip_check(iterators, len(row))
                return
            yield tuple(row)

    return zip(tuple([iter(iterable) for iterable in iterables]), strict)


def zip_check(iterators, ended):
    if ended:
        raise ValueError(
            "zip() argument %d is shorter than argument%s %s"
            % (ended + 1, "s" if ended > 1 else "", "1-%d" % ended if ended > 1 else "1")
        )
    i = 1
    while i < len(iterators):
        if next(iterators[i], iterators) is not iterators:
            raise ValueError(
                "zip() argument %d is longer than argument%s %s"
                % (i + 1, "s" if i > 1 else "", "1-%d" % i if i > 1 else "1")
            )
        i += 1


def map_one(func, iterable):
    def map(func, it):
        for item in it:
            yield func(item)

    return map(func, iter(iterable))


def map_many(func, iterables):
    def map(func, iterators):
        while True:
            row = []
            for it in iterators:
                item = next(it, iterators)
                if item is iterators:
                    return
                row.append(item)
            yield func(*row)

    return map(func, tuple([iter(iterable) for iterable in iterables]))


def filter_new(func, iterable):
    def filter(func, it):
        if func is None or func is bool:
            for item in it:
                if item:
                    yield item
        else:
            for item in it:
                if func(item):
                    yield item

    return filter(func, iter(iterable))
