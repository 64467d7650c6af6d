# throw raises at the yield; the generator may handle it and go on.
def g():
    while True:
        try:
            x = yield "waiting"
            print("received", x)
        except ValueError as error:
            print("handled", error)
        except KeyError:
            yield "from handler"
it = g()
next(it)
print(it.throw(ValueError("v")), it.throw(KeyError), it.send(3), it.throw(ValueError))
#> handled v
#> handled
#> waiting from handler waiting waiting
try:
    it.throw(TypeError("out"))
except TypeError as error:
    print("came out", error)  #> came out out
print(next(it, "finished"))  #> finished
def fresh():
    yield 1
f = fresh()
try:
    f.throw(ValueError("before start"))
except ValueError as error:
    print(error, list(f))  #> before start []
