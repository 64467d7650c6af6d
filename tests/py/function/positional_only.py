# Parameters before / are positional-only.
def f(a, b=2, /, c=3):
    return (a, b, c)
print(f(1), f(1, 5), f(1, 5, 6), f(1, c=9))  #> (1, 2, 3) (1, 5, 3) (1, 5, 6) (1, 2, 9)
def g(a, /, **kw):
    return (a, kw)
print(g(1, a=2), g(0))  #> (1, {'a': 2}) (0, {})
for call in (lambda: f(a=1), lambda: f(1, b=2), lambda: f(), lambda: g(a=1), lambda: f(1, a=1, b=2)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> f() got some positional-only arguments passed as keyword arguments: 'a'
        #> f() got some positional-only arguments passed as keyword arguments: 'b'
        #> f() missing 1 required positional argument: 'a'
        #> g() missing 1 required positional argument: 'a'
        #> f() got some positional-only arguments passed as keyword arguments: 'a, b'
