# Parameters after * are keyword-only.
def f(a, *, b, c=3):
    return (a, b, c)
print(f(1, b=2), f(1, c=5, b=4), f.__kwdefaults__)  #> (1, 2, 3) (1, 4, 5) {'c': 3}
def g(*args, sep="-"):
    return sep.join(args)
print(g("x", "y"), g("x", "y", sep="+"), g())  #> x-y x+y
for call in (lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, b=3), lambda: f(), lambda: f(1, b=1, d=2)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> f() missing 1 required keyword-only argument: 'b'
        #> f() takes 1 positional argument but 2 were given
        #> f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
        #> f() missing 1 required positional argument: 'a'
        #> f() got an unexpected keyword argument 'd'
