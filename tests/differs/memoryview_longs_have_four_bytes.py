# differs: items of the formats l, L, n, N and P
# python:  8 8
# here:    4 4
# reason:  sizes are those of a 32-bit machine everywhere
# instead: q and Q
view = memoryview(bytes(8))
print(view.cast("l").itemsize, view.cast("N").itemsize)
