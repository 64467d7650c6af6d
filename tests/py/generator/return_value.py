# return ends a generator; its value travels in StopIteration.
def g():
    yield 1
    return "result"
it = g()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(stop.value, stop.args)  #> result ('result',)
try:
    next(it)
except StopIteration as stop:
    print(stop.value, stop.args)  #> None ()
def early(x):
    if x: return
    yield "only"
print(list(early(0)), list(early(1)))  #> ['only'] []
