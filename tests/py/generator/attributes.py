# gi_frame, gi_running, gi_yieldfrom.
def inner(): yield 1
def g():
    yield from inner()
it = g()
print(it.gi_running, it.gi_yieldfrom, it.gi_frame is not None)  #> False None True
next(it)
print(it.gi_yieldfrom.__name__, it.__qualname__)  #> inner g
list(it)
print(it.gi_frame, it.gi_yieldfrom)  #> None None
