# The wrapper's frame stands between caller and function.
def traced(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


@traced
def fail(x):
    raise NotImplementedError(x)


fail("later")
