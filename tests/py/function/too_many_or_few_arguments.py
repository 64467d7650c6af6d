# The messages of calls with the wrong number of arguments.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwonly(*, k): pass
def kwonly2(*, k, l, m=1): pass
def mixed(a, *, k): pass
def mixeddef(a, b=1, *, k=2): pass
def star(a, b, *args): pass
for call in (lambda: none(1), lambda: none(1, 2), lambda: one(), lambda: one(1, 2), lambda: two(), lambda: two(1), lambda: two(1, 2, 3),
             lambda: three(), lambda: three(1), lambda: three(b=1), lambda: opt(), lambda: opt(1, 2, 3), lambda: kwonly(), lambda: kwonly(1),
             lambda: kwonly2(), lambda: mixed(1), lambda: mixed(1, 2), lambda: mixed(1, 2, k=3), lambda: mixeddef(1, 2, 3), lambda: mixeddef(1, 2, 3, k=1),
             lambda: star(), lambda: star(1)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> none() takes 0 positional arguments but 1 was given
        #> none() takes 0 positional arguments but 2 were given
        #> one() missing 1 required positional argument: 'a'
        #> one() takes 1 positional argument but 2 were given
        #> two() missing 2 required positional arguments: 'a' and 'b'
        #> two() missing 1 required positional argument: 'b'
        #> two() takes 2 positional arguments but 3 were given
        #> three() missing 3 required positional arguments: 'a', 'b', and 'c'
        #> three() missing 2 required positional arguments: 'b' and 'c'
        #> three() missing 2 required positional arguments: 'a' and 'c'
        #> opt() missing 1 required positional argument: 'a'
        #> opt() takes from 1 to 2 positional arguments but 3 were given
        #> kwonly() missing 1 required keyword-only argument: 'k'
        #> kwonly() takes 0 positional arguments but 1 was given
        #> kwonly2() missing 2 required keyword-only arguments: 'k' and 'l'
        #> mixed() missing 1 required keyword-only argument: 'k'
        #> mixed() takes 1 positional argument but 2 were given
        #> mixed() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
        #> mixeddef() takes from 1 to 2 positional arguments but 3 were given
        #> mixeddef() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
        #> star() missing 2 required positional arguments: 'a' and 'b'
        #> star() missing 1 required positional argument: 'b'
