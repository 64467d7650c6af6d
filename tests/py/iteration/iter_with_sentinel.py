# iter(callable, sentinel) calls until the sentinel comes.
values = [3, 2, 1, 0, 9]
print(list(iter(values.pop, 2)), values)  #> [9, 0, 1] [3]
def make():
    make.n += 1
    return make.n
make.n = 0
it = iter(make, 4)
print(next(it), list(it), next(it, "end"))  #> 1 [2, 3] end
try:
    iter(5, 1)
except TypeError as error:
    print(error)  #> iter(v, w): v must be callable
