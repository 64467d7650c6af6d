# A finalizer may use the generators of its own ring of garbage: they are closed behind it.
import gc


def numbers(owner):
    try:
        yield 1
        yield 2
        yield 3
    finally:
        owner.closed += 1


class Owner:
    closed = 0

    def __del__(self):
        for made in self.made:
            try:
                print(made.gi_running, made.gi_frame is None, self.use(made), made.gi_running, made.gi_frame is None)
            except Exception as error:
                print(type(error).__name__, error, made.gi_running, made.gi_frame is None)


def ring(use):
    owner = Owner()
    owner.use = use
    owner.made = [numbers(owner), numbers(owner)]
    for made in owner.made:
        next(made)
    del owner, made
    gc.collect()
    gc.collect()


ring(next)
#> False False 2 False False
#> False False 2 False False
ring(lambda made: made.send(None))
#> False False 2 False False
#> False False 2 False False
ring(list)
#> False False [2, 3] False True
#> False False [2, 3] False True
ring(lambda made: made.close())
#> False False None False True
#> False False None False True


def throw(made):
    return made.throw(KeyError("thrown"))


ring(throw)
#> KeyError 'thrown' False True
#> KeyError 'thrown' False True
ring(lambda made: 1 // 0)
#> ZeroDivisionError integer division or modulo by zero False False
#> ZeroDivisionError integer division or modulo by zero False False
