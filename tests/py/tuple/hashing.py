# Tuples hash by value and serve as keys; unhashable items show through.
d = {(1, 2): "a", (): "b", ((1,), "x"): "c"}
print(d[1, 2], d[()], d[(1,), "x"], hash((1, 2)) == hash((1.0, 2.0)), (1, 2) in {(1, 2)})
#> a b c True True
try:
    hash((1, [2]))
except TypeError as error:
    print(error)  #> unhashable type: 'list'
try:
    {([],): 1}
except TypeError as error:
    print(error)  #> unhashable type: 'list'
