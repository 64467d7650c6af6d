# A re-raised exception keeps its first frames.
def risky():
    raise OSError("disk")


def wrapper():
    try:
        risky()
    except OSError:
        x = 1
        raise


wrapper()
