# Closures that refer to themselves die without the collector.
# oracle: none, CPython leaves them to its collector
import gc
import weakref

gc.disable()


def recursive():
    def down(n):
        return n if n == 0 else down(n - 1)
    return down


def mutual():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)
    return even, odd


def encoder(indent):
    parts = []

    def encode(value):
        if isinstance(value, list):
            encode_list(value)
        elif isinstance(value, dict):
            encode_dict(value)
        else:
            parts.append(str(value))

    def encode_list(values):
        for value in values:
            encode(value)

    def encode_dict(values):
        for key in values:
            encode(key)
            encode(values[key])
        parts.append(indent)

    encode([1, {2: [3]}])
    return encode


def local_helper():
    def count(n):
        return 0 if n == 0 else 1 + count(n - 1)
    return count(5)


def by_lambda():
    fact = lambda n: 1 if n == 0 else n * fact(n - 1)
    return fact


def with_resource():
    resource = [0] * 1000

    def use(n):
        return resource[n] if n == 0 else use(n - 1)
    return use


def grows(work):
    for warm in range(100):
        work()
    before = gc.mem_alloc()
    for turn in range(1000):
        work()
    # A few of them may wait for the next look.
    return gc.mem_alloc() - before > 8192


def calls_recursive():
    assert recursive()(3) == 0


def calls_mutual():
    even, odd = mutual()
    assert even(4) and odd(3)


for work in (recursive, calls_recursive, mutual, calls_mutual, lambda: encoder('-'), local_helper, lambda: by_lambda()(5)):
    print(grows(work))
    #> False
    #> False
    #> False
    #> False
    #> False
    #> False
    #> False


# What is large goes as well.
def churn():
    for turn in range(200):
        with_resource()(3)


before = gc.mem_alloc()
churn()
print(gc.mem_alloc() - before < 40 * 4096)  #> True

# What somebody refers to stays, and works.
kept = [recursive() for n in range(100)]
pairs = [mutual() for n in range(100)]
evens = [mutual()[0] for n in range(100)]
for turn in range(300):
    recursive()
print({f(5) for f in kept}, {(even(6), odd(6)) for even, odd in pairs}, {even(7) for even in evens})  #> {0} {(True, False)} {False}


# A cell that a third function holds keeps the ring.
def shared():
    def ring(n):
        return 'end' if n == 0 else ring(n - 1)

    def asks():
        return ring(3)
    return asks


asks = [shared() for n in range(50)]
for turn in range(300):
    recursive()
print({ask() for ask in asks})  #> {'end'}


# A generator that holds the cell, and one that is the ring's own frame.
def generator():
    def ring(n):
        return n if n == 0 else ring(n - 1)
    yield ring(1)
    yield ring(2)


running = [generator() for n in range(50)]
first = [next(g) for g in running]
for turn in range(300):
    recursive()
print(set(first), {next(g) for g in running})  #> {0} {0}


# Weak references and their callbacks hear of it.
heard = []
refs = []
for n in range(100):
    f = recursive()
    refs.append(weakref.ref(f, lambda ref: heard.append(1)))
del f
for turn in range(100):
    recursive()
print(sum(ref() is None for ref in refs) > 60, len(heard) > 60)  #> True True
