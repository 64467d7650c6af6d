# Every kind of parameter in one signature.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return (a, b, c, args, d, e, kw)
print(f(1, d=4))  #> (1, 2, 3, (), 4, 5, {})
print(f(1, 20, 30, 40, 50, d=4, e=55, g=6))  #> (1, 20, 30, (40, 50), 4, 55, {'g': 6})
print(f(1, c=33, d=4, a=10, b=20))  #> (1, 2, 33, (), 4, 5, {'a': 10, 'b': 20})
print(f(*range(6), **{"d": "D", "x": "X"}))  #> (0, 1, 2, (3, 4, 5), 'D', 5, {'x': 'X'})
