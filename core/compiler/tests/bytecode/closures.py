def by_value(n):
    k = n + 1
    return lambda x: x + k

def by_cell(n):
    def step():
        nonlocal n
        n += 1
        return n
    return step

def recursive():
    def rec(n):
        return rec(n - 1)
    return rec

def in_loop():
    result = []
    for i in range(3):
        result.append(lambda: i)
    return result

def params(a, /, b, c=1, *args, d, e=2, **kw) -> int:
    return a

@outer(1)
@inner
def decorated(x: int = 3):
    "Doc."


def used_here(n):
    def rec(n):
        return rec(n - 1) if n else 0
    if n:
        return n
    return rec(n)
