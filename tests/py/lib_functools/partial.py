# partial keeps arguments, merges keywords and flattens.
from functools import partial, partialmethod
def show(*args, **kwargs):
    return args, kwargs
p = partial(show, 1, 2, a=3)
print(p(), p(4, b=5), p(a=6))
#> ((1, 2), {'a': 3}) ((1, 2, 4), {'a': 3, 'b': 5}) ((1, 2), {'a': 6})
print(p.args, p.keywords, p.func is show)  #> (1, 2) {'a': 3} True
q = partial(p, 7, a=8)
print(q(9), q.func is show, q.args, q.keywords)  #> ((1, 2, 7, 9), {'a': 8}) True (1, 2, 7) {'a': 8}
print(repr(partial(int, "11", base=2)), partial(int, "11", base=2)())
#> functools.partial(<class 'int'>, '11', base=2) 3
print(partial(show, func=1, self=2)(func=3))  #> ((), {'func': 3, 'self': 2})
for call in (lambda: partial(), lambda: partial(5), lambda: partial(int, "x")()):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError type 'partial' takes at least one argument
        #> TypeError the first argument must be callable
        #> ValueError invalid literal for int() with base 10: 'x'
class C:
    def set(self, a, b):
        return "%s %s" % (a, b)
    on = partialmethod(set, "on")
    both = partialmethod(on, b="both")
    attribute = partial(show, 0)
print(C().on("x"), C().both(), C().attribute(1))  #> on x on both ((0, 1), {})
