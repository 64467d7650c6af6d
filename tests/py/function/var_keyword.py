# **kwargs collects unknown keywords in a dict, in order.
def f(a=0, **kw):
    return (a, kw)
print(f(), f(1), f(z=1, y=2), f(b=1, a=2), f(**{"q": 1}, r=2), f(**{"not an identifier": 1}))
#> (0, {}) (1, {}) (0, {'z': 1, 'y': 2}) (2, {'b': 1}) (0, {'q': 1, 'r': 2}) (0, {'not an identifier': 1})
def both(*args, **kwargs):
    return (args, kwargs)
print(both(1, 2, k=3), both(*[1], **{"x": 2}), both())
#> ((1, 2), {'k': 3}) ((1,), {'x': 2}) ((), {})
d = {"k": 1}
def change(**kw):
    kw["k"] = 99
    return kw
print(change(**d), d)  #> {'k': 99} {'k': 1}
