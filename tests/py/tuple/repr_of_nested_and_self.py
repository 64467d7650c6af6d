# Printing nested tuples and a tuple that contains itself through a list.
items = []
t = (1, items)
items.append(t)
print(t, items, (("a",), [()], {(): ()}))  #> (1, [(...)]) [(1, [...])] (('a',), [()], {(): ()})
