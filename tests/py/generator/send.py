# send resumes with a value; a fresh generator only takes None.
def echo():
    received = yield "ready"
    while received is not None:
        received = yield "got %s" % received
    return "done"
g = echo()
print(g.send(None), g.send(1), g.send("two"))  #> ready got 1 got two
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value)  #> done
try:
    echo().send(5)
except TypeError as error:
    print(error)  #> can't send non-None value to a just-started generator
def average():
    total = n = 0
    value = yield
    while True:
        total += value
        n += 1
        value = yield total / n
a = average()
next(a)
print(a.send(10), a.send(20), a.send(60))  #> 10.0 15.0 30.0
