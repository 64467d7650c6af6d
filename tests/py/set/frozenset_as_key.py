# frozensets hash by content, whatever the order.
d = {frozenset({1, 2}): "a"}
print(d[frozenset([2, 1])], hash(frozenset("abc")) == hash(frozenset("cba")), {frozenset(), frozenset()} == {frozenset()})
#> a True True
try:
    frozenset().add(1)
except AttributeError as error:
    print(error)  #> 'frozenset' object has no attribute 'add'
