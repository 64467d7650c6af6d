# Shallow and deep copies.
from copy import copy, deepcopy
from collections import defaultdict, OrderedDict, deque, Counter, namedtuple
a = [1, [2, 3], {"k": [4]}]
b, c = copy(a), deepcopy(a)
a[1].append(9); a[2]["k"].append(8)
print(b, c, b is a, b[1] is a[1], c[1] is a[1])
#> [1, [2, 3, 9], {'k': [4, 8]}] [1, [2, 3], {'k': [4]}] False True False
for x in (1, "s", None, 1.5, (1, 2), len, int, b"b", range(3), ..., lambda: 0):
    assert copy(x) is x and deepcopy(x) is x
t = ([1], 2); u = deepcopy(t); print(u, u is t, u[0] is t[0], copy(t) is t)
#> ([1], 2) False False True
shared = [1]; d = deepcopy([shared, shared]); print(d[0] is d[1], d[0] is shared)  #> True False
loop = [1]; loop.append(loop); m = deepcopy(loop); print(m[1] is m, m is loop)  #> True False
self_dict = {}; self_dict["me"] = self_dict; s = deepcopy(self_dict); print(s["me"] is s)  #> True
tl = ([],); tl[0].append(tl); tc = deepcopy(tl); print(tc[0][0] is tc, tc is tl)  #> True False
class Node:
    def __init__(self, value): self.value = value; self.links = []
n = Node([1]); n.links.append(n)
k, e = copy(n), deepcopy(n)
print(k.value is n.value, k.links is n.links, e.value is n.value, e.links[0] is e, type(e) is Node)
#> True True False True True
class Slots:
    __slots__ = ("a", "b")
s = Slots(); s.a = [1]; r = deepcopy(s); print(r.a, r.a is s.a, hasattr(r, "b"), copy(s).a is s.a)
#> [1] False False True
class Own:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep %s" % isinstance(memo, dict)
print(copy(Own()), deepcopy(Own()), deepcopy([Own()]))  #> copied deep True ['deep True']
class State:
    def __init__(self): self.x = 1; self.y = 2
    def __getstate__(self): return {"x": self.x}
    def __setstate__(self, state): self.__dict__.update(state); self.restored = True
print(sorted(vars(copy(State())).items()))  #> [('restored', True), ('x', 1)]
class Reduced:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (Reduced, (self.n + 1,))
print(copy(Reduced(1)).n, deepcopy(Reduced(5)).n)  #> 2 6
class L(list): pass
l = L([[1]]); l.extra = [2]; x, y = copy(l), deepcopy(l); print(x, type(x).__name__, x.extra is l.extra, x[0] is l[0], y, y.extra, y[0] is l[0])
#> [[1]] L True True [[1]] [2] False
class D(dict): pass
q = D(a=[1]); print(copy(q), type(deepcopy(q)).__name__, deepcopy(q)["a"] is q["a"])
#> {'a': [1]} D False
P = namedtuple("P", "x y"); p = P([1], 2); print(deepcopy(p), copy(p) == p, type(deepcopy(p)) is P)
#> P(x=[1], y=2) True True
dd = defaultdict(list, {1: [2]}); print(copy(dd), deepcopy(dd), deepcopy(dd)[1] is dd[1], deepcopy(OrderedDict(a=[1])), deepcopy(deque([[1]], 5)), copy(deque([1])), deepcopy(Counter("aab")))
#> defaultdict(<class 'list'>, {1: [2]}) defaultdict(<class 'list'>, {1: [2]}) False OrderedDict([('a', [1])]) deque([[1]], maxlen=5) deque([1]) Counter({'a': 2, 'b': 1})
print(deepcopy({1, 2}), copy(bytearray(b"x")), deepcopy({(1, 2): [3]}), deepcopy(ValueError("m", [1])).args, copy(KeyError("k")))
#> {1, 2} bytearray(b'x') {(1, 2): [3]} ('m', [1]) 'k'
class S(str): pass
class I(int): pass
i = I(5); i.tag = [1]; print(deepcopy(S("s")), type(deepcopy(i)).__name__, deepcopy(i).tag, deepcopy(frozenset([(1,)])))
#> s I [1] frozenset({(1,)})
for bad in ((x for x in ()), ):
    try:
        deepcopy(bad)
    except TypeError as error:
        print(error)  #> cannot pickle 'generator' object
class Method:
    def m(self): return self
print(deepcopy(Method().m)().__class__.__name__)  #> Method
