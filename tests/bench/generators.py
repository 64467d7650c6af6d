"""Generators: a pipeline of three, a delegating walk over a tree, values sent in."""


def numbers(count):
    for number in range(count):
        yield number


def odd(source):
    for number in source:
        if number % 2:
            yield number


def pairs(source):
    for first in source:
        yield first, next(source, 0)


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


def averager():
    total = count = 0
    while True:
        total += yield total // count if count else 0
        count += 1


def drive(count):
    average = averager()
    next(average)
    last = 0
    for number in range(count):
        last = average.send(number * 3)
    return last


print(sum(a * 2 - b for a, b in pairs(odd(numbers(40000)))), sum(walk(11)), drive(10000))
