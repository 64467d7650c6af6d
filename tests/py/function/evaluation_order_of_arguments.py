# Arguments are evaluated from left to right, stars included.
def say(x):
    print("eval", x)
    return x
def f(*args, **kw):
    return (args, kw)
print(f(say(1), *say([2]), say(3), k=say(4), **say({"z": 5}), l=say(6)))
#> eval 1
#> eval [2]
#> eval 3
#> eval 4
#> eval {'z': 5}
#> eval 6
#> ((1, 2, 3), {'k': 4, 'z': 5, 'l': 6})
