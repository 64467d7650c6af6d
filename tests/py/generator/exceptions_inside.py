# An exception ends the generator; later calls stop.
def g():
    yield 1
    raise KeyError("broken")
it = g()
print(next(it))  #> 1
try:
    next(it)
except KeyError as error:
    print(error)  #> 'broken'
print(list(it))  #> []
def cleanup():
    try:
        yield 1
        1 / 0
    finally:
        yield "in finally"
c = cleanup()
print(next(c), next(c))  #> 1 in finally
try:
    next(c)
except ZeroDivisionError as error:
    print(error)  #> division by zero
