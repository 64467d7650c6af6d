# WeakSet has the operations of set.
from weakref import WeakSet


class Item:
    def __init__(self, n):
        self.n = n


a, b, c = map(Item, range(3))
ab, bc = WeakSet([a, b]), WeakSet([b, c])


def show(items):
    return sorted(item.n for item in items)


print(show(ab ^ bc), show(ab | bc), show(ab & bc), show(ab - bc))  #> [0, 2] [0, 1, 2] [1] [0]
print(ab < (ab | bc), ab <= ab, (ab | bc) > bc, ab >= bc, ab.isdisjoint([c]), ab.issubset(bc))
#> True True True False True False
ab ^= bc
print(show(ab))  #> [0, 2]
ab -= [a]
print(show(ab))  #> [2]
bc &= {c}
print(show(bc))  #> [2]
