def handlers(f):
    try:
        return f()
    except KeyError:
        pass
    except (ValueError, TypeError) as error:
        print(error)
    else:
        f(1)
    return 0

def finals(f):
    for i in f:
        try:
            f(i)
            continue
        finally:
            f(0)

def both(f, x):
    try:
        x = f()
        return x
    except E:
        raise
    finally:
        x = 2

def managed(a, b):
    with a as x, b:
        if x:
            return x
        b()

def raises(a, b):
    assert a, b
    raise a(b) from b
