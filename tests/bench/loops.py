"""Loops and small ints: longest chains by `while`, a sum over a lattice by nested `for`."""


def longest_chain(limit):
    best = 0
    start = 1
    while start < limit:
        steps = 0
        number = start
        while number != 1:
            if number % 2:
                number = 3 * number + 1
            else:
                number //= 2
            steps += 1
        if steps > best:
            best = steps
        start += 1
    return best


def lattice(size):
    total = 0
    for row in range(size):
        for column in range(row):
            if (row ^ column) & 3 == 1:
                total += row * column
    return total


print(longest_chain(1500), lattice(400))
