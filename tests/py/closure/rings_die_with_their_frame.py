# Functions that refer to themselves go with the frame that made them: nothing is left for the collector.
# oracle: none, CPython leaves them to its collector
import gc

gc.disable()


def one():
    def count(n):
        return 0 if n == 0 else 1 + count(n - 1)
    return count(3)


def two():
    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)
    return even(7)


def three():
    def first(n):
        return second(n - 1) if n else 'first'

    def second(n):
        return third(n - 1) if n else 'second'

    def third(n):
        return first(n - 1) if n else 'third'
    return first(7)


def by_lambda():
    count = lambda n: n and 1 + count(n - 1)
    return count(5)


def nothing():
    def count(n):
        if n:
            count(n - 1)
    count(2)


def with_state():
    state = [0] * 100

    def count(n):
        return len(state) if n == 0 else count(n - 1)
    return count(4)


def generator():
    def count(n):
        yield n
        if n:
            yield from count(n - 1)
    return sum(count(4))


def inside_generator():
    def steps():
        def count(n):
            return n and count(n - 1) + 1
        yield count(3)
        yield count(4)
    return list(steps())


class Guard:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


def early(stop):
    def count(n):
        return n and count(n - 1)
    for k in range(5):
        if k == stop:
            return k + count(1)
    else:
        with Guard():
            return count(2)


def failing():
    def count(n):
        if n == 0:
            raise ValueError('nothing')
        count(n - 1)
    count(3)


def quietly():
    try:
        failing()
    except ValueError as error:
        return str(error)


def own_argument(count):
    inner = count

    def count(n):
        return n and inner(count(n - 1))
    return inner


def left(work):
    gc.collect()
    result = work()
    before = gc.mem_alloc()
    gc.collect()
    return result, before - gc.mem_alloc()


for work in (one, two, three, by_lambda, nothing, with_state, generator, inside_generator):
    print(left(work))
    #> (3, 0)
    #> (False, 0)
    #> ('second', 0)
    #> (5, 0)
    #> (None, 0)
    #> (100, 0)
    #> (10, 0)
    #> ([3, 4], 0)
print(left(lambda: early(2)), left(lambda: early(9)), left(quietly))  #> (2, 0) (0, 0) ('nothing', 0)
print(left(lambda: own_argument(abs)(-3)))  #> (3, 0)


# What is handed out lives on.
def kept():
    def count(n):
        return n and count(n - 1) + 1
    return count


def pair():
    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)
    return odd


print(kept()(5), pair()(7))  #> 5 True
counts = [kept() for n in range(40)]
print({count(6) for count in counts})  #> {6}
