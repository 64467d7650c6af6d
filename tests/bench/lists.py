"""Lists: growing, indexing, slices, comprehensions, sorting with and without a key."""


def scatter(size):
    seed = 12345
    values = []
    for _ in range(size):
        seed = (seed * 1103515245 + 12345) % 2147483648
        values.append(seed % 10007)
    return values


def by_last_digit(value):
    return value % 10, value


def work(size):
    values = scatter(size)
    middle = sorted(values)[size // 2]
    low = [value for value in values if value < middle]
    pairs = sorted(values[: size // 4], key=by_last_digit)
    queue = values[:200]
    for _ in range(2000):
        queue.append(queue.pop(0) + 1)
    for place in range(1, len(low)):
        low[place] = (low[place] + low[place - 1]) % 1009
    return middle, sum(low), pairs[17], sum(queue)


print(work(8000))
