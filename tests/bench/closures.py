"""Closures: counters with state, functions made of functions, default arguments."""


def counter(step):
    total = 0

    def add(times=1):
        nonlocal total
        total += step * times
        return total

    return add


def compose(*functions):
    def call(value):
        for function in functions:
            value = function(value)
        return value

    return call


def work(rounds):
    counters = [counter(step) for step in range(10)]
    chain = compose(lambda x: x + 1, lambda x: x * 3, lambda x, limit=1009: x % limit)
    value = 7
    for turn in range(rounds):
        value = chain(value)
        counters[value % 10](times=turn % 3)
    return value, [one(0) for one in counters]


print(work(12000))
