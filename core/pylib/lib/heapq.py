# A list as a heap: no item is less than the one at (i - 1) // 2, so the least is in front.


def heappush(heap, item, /):
    i = len(heap)
    heap.append(item)
    while i:
        up = i - 1 >> 1
        parent = heap[up]
        if not item < parent:
            break
        heap[i] = parent
        i = up
    heap[i] = item


def _sink(heap, i):
    # Moves the item at `i` down. Most items belong near the bottom: the path of the lesser children is
    # followed to its end without looking at the item, which then rises a little. That saves comparisons.
    item = heap[i]
    start = i
    n = len(heap)
    child = 2 * i + 1
    while child < n:
        value = heap[child]
        if child + 1 < n:
            other = heap[child + 1]
            if not value < other:
                value = other
                child += 1
        heap[i] = value
        i = child
        child = 2 * i + 1
    while i > start:
        up = i - 1 >> 1
        parent = heap[up]
        if not item < parent:
            break
        heap[i] = parent
        i = up
    heap[i] = item


def heapify(heap, /):
    i = len(heap) // 2
    while i:
        i -= 1
        _sink(heap, i)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def _best(n, iterable, key, reverse):
    # Sorting is native: a few items more than wanted are gathered, sorted and cut.
    best = []
    if n < 1:
        return best
    limit = 2 * n + 32
    for item in iterable:
        best.append(item)
        if len(best) == limit:
            best.sort(key=key, reverse=reverse)
            del best[n:]
    best.sort(key=key, reverse=reverse)
    del best[n:]
    return best


def merge(*iterables, key=None, reverse=False):
    rows = []
    for it in map(iter, iterables):
        for value in it:
            rows.append([value if key is None else key(value), value, it])
            break
    while len(rows) > 1:
        best = rows[0]
        rank = best[0]
        for row in rows:
            if rank < row[0] if reverse else row[0] < rank:
                best = row
                rank = row[0]
        yield best[1]
        for value in best[2]:
            best[0] = value if key is None else key(value)
            best[1] = value
            break
        else:
            # Not `remove`, which would compare what the rows hold.
            rows = [row for row in rows if row is not best]
    for rank, value, it in rows:
        yield value
        yield from it
