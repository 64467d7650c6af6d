# What a class inherits from Sequence, Mapping, Set and their mutable forms.
from collections.abc import Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Iterator, Generator
class Squares(Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if not -self.n <= i < self.n: raise IndexError(i)
        return (i % self.n) ** 2
s = Squares(5)
print(list(s), list(reversed(s)), 9 in s, 8 in s, s.index(4), s.count(1), s[-1])
#> [0, 1, 4, 9, 16] [16, 9, 4, 1, 0] True False 2 1 16
class L(MutableSequence):
    def __init__(self): self.items = []
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def insert(self, i, v): self.items.insert(i, v)
l = L()
l.extend("abc"); l.append("d"); l += "e"; l.reverse(); l.remove("c")
print(list(l), l.pop(), l.pop(0), len(l)); l.clear(); print(list(l))
#> ['e', 'd', 'b', 'a'] a e 2
#> []
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m.update(a=1); m.update({"b": 2}); m.update([("c", 3)])
print(list(m.items()), list(m.keys()), list(m.values()), m.get("z"), "a" in m, m == {"a": 1, "b": 2, "c": 3}, m.pop("a"), m.pop("z", 0), m.setdefault("q", 9))
#> [('a', 1), ('b', 2), ('c', 3)] ['a', 'b', 'c'] [1, 2, 3] None True True 1 0 9
print("b" in m.keys(), ("b", 2) in m.items(), 9 in m.values(), m.keys() & {"b", "x"}, len(m.items()), m.popitem()); m.clear(); print(len(m))
#> True True True {'b'} 3 ('b', 2)
#> 0
class S(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
a, b = S([1, 2, 3]), S([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, S([2]) < a, a == S([3, 2, 1]), a.isdisjoint(b), a >= {1}, list({9, 1} - a))
#> [2, 3] [1, 2, 3, 4] [1] [1, 4] False True True False True [9]
a |= S([7]); a &= {1, 2, 7}; a -= {1}; a ^= {2, 5}; print(list(a), a.pop()); a.remove(5) if 5 in a else None
#> [7, 5] 7
class Count(Iterator):
    def __init__(self): self.i = 0
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(Count()), iter(Count()).__class__.__name__)  #> [1, 2, 3] Count
class Abstract(Sequence):
    def __len__(self): return 0
for cls in (Abstract, Mapping, MutableSequence):
    try:
        cls()
    except TypeError as error:
        print(error)
        #> Can't instantiate abstract class Abstract with abstract method __getitem__
        #> Can't instantiate abstract class Mapping with abstract methods __getitem__, __iter__, __len__
        #> Can't instantiate abstract class MutableSequence with abstract methods __delitem__, __getitem__, __len__, __setitem__, insert
try:
    m["gone"]
except KeyError as error:
    print(error)  #> 'gone'
