# *args collects the rest as a tuple.
def f(a, *rest):
    return (a, rest)
print(f(1), f(1, 2), f(1, 2, 3), f(*range(4)), f(1, *(), *[2, 3], *"ab"))
#> (1, ()) (1, (2,)) (1, (2, 3)) (0, (1, 2, 3)) (1, (2, 3, 'a', 'b'))
def only(*args):
    return args
print(only(), only(1), only(*only(1, 2)), type(only()))  #> () (1,) (1, 2) <class 'tuple'>
try:
    f()
except TypeError as error:
    print(error)  #> f() missing 1 required positional argument: 'a'
