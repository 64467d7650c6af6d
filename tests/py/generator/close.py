# close raises GeneratorExit inside; finally runs; ignoring it is an error.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
it = g()
next(it)
it.close()
#> exit
#> finally
it.close()
print(list(it))  #> []
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)  #> generator ignored GeneratorExit
fresh = g()
fresh.close()
print(next(fresh, "closed"))  #> closed
