# Frames inside generators.
def numbers():
    yield 1
    raise LookupError("no more numbers")


def total():
    return sum(n for n in numbers())


total()
