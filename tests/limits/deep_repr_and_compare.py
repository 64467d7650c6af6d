# Printing, comparing, hashing and copying very deep structures ends in a result or RecursionError.
# heap: 67108864
def nest(n):
    a = []
    for _ in range(n): a = [a]
    return a
def nest_tuple(n):
    t = ()
    for _ in range(n): t = (t,)
    return t
def survives(call):
    try:
        call()
    except RecursionError:
        pass
    return True
a, b = nest(20000), nest(20000)
t, u = nest_tuple(20000), nest_tuple(20000)
print(survives(lambda: repr(a)), survives(lambda: a == b), survives(lambda: a < b), survives(lambda: t == u), survives(lambda: hash(t)), survives(lambda: str({1: a})), survives(lambda: f"{a}"))
#> True True True True True True True
