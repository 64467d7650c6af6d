# Delegated generators show every level.
def inner():
    yield 1
    1 / 0


def outer():
    yield from inner()


for _ in outer():
    pass
