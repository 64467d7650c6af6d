# Dictionaries forget what dies.
from weakref import WeakValueDictionary, WeakKeyDictionary, ref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return "C%d" % self.n
    def __eq__(self, other): return isinstance(other, C) and self.n == other.n
    def __hash__(self): return hash(self.n)
a, b = C(1), C(2)
d = WeakValueDictionary({"a": a}, b=b)
print(len(d), d["a"], "b" in d, sorted(d), sorted(d.items()), d.get("z", 0), list(d.values())[0])
#> 2 C1 True ['a', 'b'] [('a', C1), ('b', C2)] 0 C1
b = None
print(len(d), "b" in d, list(d.items()), d.get("b"))  #> 1 False [('a', C1)] None
try: d["b"]
except KeyError as error: print(repr(error))  #> KeyError('b')
d["x"] = a; print(d.pop("x"), d.setdefault("a", 5) is a, d.pop("none", None), dict(d), d.copy() == d, d == {"a": a})
#> C1 True None {'a': C1} True True
del d["a"]; print(len(d), list(d))  #> 0 []
try: d.pop("gone")
except KeyError as error: print(repr(error))  #> KeyError('gone')
k = WeakKeyDictionary()
x, y = C(1), C(2)
k[x] = "one"; k[y] = "two"
print(len(k), k[x], k.get(y), C(1) in k, sorted(k.values()), sorted(map(repr, k.keys())), 5 in k)
#> 2 one two True ['one', 'two'] ['C1', 'C2'] False
x = None; print(len(k), dict(k), k.get(C(1), "gone"))  #> 1 {C2: 'two'} gone
k[y] = "again"; print(k[y], k.pop(y), len(k)); k.update({y: 1}); print(k[y], len(k)); k.clear(); print(len(k))
#> again again 0
#> 1 1
#> 0
live = [C(i) for i in range(5)]
w = WeakValueDictionary((c.n, c) for c in live)
for key in w:
    if key == 2: live.clear(); c = None
print(len(w) <= 1)  #> True
try: WeakValueDictionary({1: 5})
except TypeError as error: print(error)  #> cannot create weak reference to 'int' object
try: k[5] = 1
except TypeError as error: print(error)  #> cannot create weak reference to 'int' object
