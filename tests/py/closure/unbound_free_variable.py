# A free variable read before or after its life.
def f():
    def g(): return v
    try:
        g()
    except NameError as error:
        print(error)
    v = 1
    print(g())
    del v
    try:
        g()
    except NameError as error:
        print(error)
f()
#> cannot access free variable 'v' where it is not associated with a value in enclosing scope
#> 1
#> cannot access free variable 'v' where it is not associated with a value in enclosing scope
