# del of names, items, slices, attributes and lists of targets.
a, b, c = 1, 2, 3
del a, (b, c)
for name in "abc":
    print(name in globals(), end=" ")  #> False False False
print()
items = list(range(10))
del items[0], items[-1], items[2:4]
class C: pass
o = C()
o.x = o.y = 1
del o.x, [o.y]
d = {1: 2, 3: 4}
del d[1]
print(items, vars(o), d)  #> [1, 2, 5, 6, 7, 8] {} {3: 4}
try:
    del nothing
except NameError as error:
    print(error)  #> name 'nothing' is not defined
try:
    del len
except NameError as error:
    print(error)  #> name 'len' is not defined
