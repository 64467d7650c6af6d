# slice() and object() as values.
o = object()
print(o == o, o == object(), o != object(), {o: 1}[o], slice(3), [1, 2, 3][slice(1, None)], str(o).startswith("<object object at 0x"))
#> True False True 1 slice(None, 3, None) [2, 3] True
try:
    o.x = 1
except AttributeError as error:
    print(error)  #> 'object' object has no attribute 'x'
