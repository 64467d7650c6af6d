# total_ordering and cmp_to_key.
from functools import total_ordering, cmp_to_key
def make(root):
    class V:
        def __init__(self, n): self.n = n
        def __eq__(self, other): return self.n == other.n
    def compare(self, other):
        if not isinstance(other, V): return NotImplemented
        return {"__lt__": self.n < other.n, "__le__": self.n <= other.n, "__gt__": self.n > other.n, "__ge__": self.n >= other.n}[root]
    setattr(V, root, compare)
    return total_ordering(V)
for root in ("__lt__", "__le__", "__gt__", "__ge__"):
    V = make(root)
    print(root, [[V(a) < V(b), V(a) <= V(b), V(a) > V(b), V(a) >= V(b)] for a, b in ((1, 2), (2, 2), (3, 2))])
    for name in ("__lt__", "__ge__"):
        print(getattr(V, name)(V(1), 5), end=" ")
    try:
        V(1) < 5
    except TypeError as error:
        print(error)
        #> __lt__ [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
        #> NotImplemented NotImplemented '<' not supported between instances of 'V' and 'int'
        #> __le__ [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
        #> NotImplemented NotImplemented '<' not supported between instances of 'V' and 'int'
        #> __gt__ [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
        #> NotImplemented NotImplemented '<' not supported between instances of 'V' and 'int'
        #> __ge__ [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
        #> NotImplemented NotImplemented '<' not supported between instances of 'V' and 'int'
try:
    total_ordering(type("Nothing", (), {}))
except ValueError as error:
    print(error)  #> must define at least one ordering operation: < > <= >=
def by_length(a, b):
    return (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b)
print(sorted(["ccc", "a", "bb", "aa", "c"], key=cmp_to_key(by_length)))
#> ['a', 'c', 'aa', 'bb', 'ccc']
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
#> [3, 2, 1] 1
key = cmp_to_key(lambda a, b: a - b)
print(key(1) < key(2), key(1) == key(1), key(3) >= key(4), key(5).obj)  #> True True False 5
try:
    hash(key(1))
except TypeError:
    print("unhashable")  #> unhashable
