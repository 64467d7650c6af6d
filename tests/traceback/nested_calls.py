# Every frame, oldest first, with its line.
def a(x):
    return b(x + 1)


def b(x):
    y = x * 2
    return c(y)


def c(z):
    return z / 0


a(1)
