# A generator cannot resume itself.
def g():
    yield 1
    try:
        next(it)
    except ValueError as error:
        yield str(error)
it = g()
print(next(it), next(it))  #> 1 generator already executing
