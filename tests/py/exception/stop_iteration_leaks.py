# StopIteration raised inside a generator becomes RuntimeError; outside it ends loops.
def g():
    yield 1
    raise StopIteration
try:
    list(g())
except RuntimeError as error:
    print(error, repr(error.__cause__))  #> generator raised StopIteration StopIteration()
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("v")
print(list(It()), [x for x in It()])  #> [] []
try:
    next(It())
except StopIteration as error:
    print(error.value)  #> v
