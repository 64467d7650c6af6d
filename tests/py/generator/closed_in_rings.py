# Generators that nobody can reach any more are closed, those they delegate to among them, each once and in any order.
import gc

closed = []


def inner(name):
    try:
        while True:
            yield name
    finally:
        closed.append(("inner", name))


def outer(name, box):
    try:
        yield from inner(name)
    finally:
        closed.append(("outer", name))


def make(name):
    box = []
    box.append(outer(name, box))
    next(box[0])


def chain(depth, box):
    try:
        if depth:
            yield from chain(depth - 1, box)
        else:
            yield "bottom"
    finally:
        closed.append(("chain", depth))


for i in range(5):
    make(i)
gc.collect()
print(sorted(closed))
#> [('inner', 0), ('inner', 1), ('inner', 2), ('inner', 3), ('inner', 4), ('outer', 0), ('outer', 1), ('outer', 2), ('outer', 3), ('outer', 4)]
closed.clear()

box = []
box.append(chain(6, box))
print(next(box[0]))  #> bottom
del box
gc.collect()
print(sorted(closed))
#> [('chain', 0), ('chain', 1), ('chain', 2), ('chain', 3), ('chain', 4), ('chain', 5), ('chain', 6)]
closed.clear()

print("still here")  #> still here
