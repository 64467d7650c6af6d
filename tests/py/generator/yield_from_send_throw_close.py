# send, throw and close reach the innermost generator.
def inner():
    try:
        while True:
            try:
                x = yield "inner"
                print("inner got", x)
            except ValueError:
                print("inner handled")
    finally:
        print("inner finally")
def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")
g = outer()
next(g)
g.send(5)  #> inner got 5
g.throw(ValueError)  #> inner handled
g.close()
#> inner finally
#> outer finally
def delegating():
    try:
        yield from iter([1, 2])
    except KeyError:
        yield "caught outside"
d = delegating()
next(d)
print(d.throw(KeyError("k")))  #> caught outside
def sends():
    yield from [1, 2]
s = sends()
next(s)
try:
    s.send(5)
except AttributeError as error:
    print(error)  #> 'list_iterator' object has no attribute 'send'
