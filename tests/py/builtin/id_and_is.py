# id is equal exactly for the same living object.
a, b = [], []
print(id(a) == id(a), id(a) == id(b), isinstance(id(a), int), id(None) == id(None), id(print) == id(print))
#> True False True True True
