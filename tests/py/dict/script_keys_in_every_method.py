# Keys with a hash and an equality of their own work in every method, also beside plain keys.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 7
    def __eq__(self, other): return isinstance(other, K) and other.n == self.n
    def __repr__(self): return "K%d" % self.n
d = {}
for i in range(60):
    d[K(i)] = i
for i in range(0, 60, 3):
    del d[K(i)]
d["plain"] = d[3] = 0
print(len(d), d[K(1)], d.get(K(3)), K(4) in d, d.pop(K(5)), d.pop(K(6), "x"), d.setdefault(K(100), 7), list(d)[:4])
#> 42 1 None True 5 x 7 [K1, K2, K4, K7]
d = dict.fromkeys(K(i) for i in range(3))
d.update([(K(1), 5)])
print(d | {K(2): 9}, {**d}, dict(d, a=1))
#> {K0: None, K1: 5, K2: 9} {K0: None, K1: 5, K2: None} {K0: None, K1: 5, K2: None, 'a': 1}
d |= {K(7): 1}
print(d, d == {K(7): 1, K(2): None, K(1): 5, K(0): None}, d == {K(0): 1})
#> {K0: None, K1: 5, K2: None, K7: 1} True False
print(d.keys() & {K(1)}, K(1) in d.keys(), (K(1), 5) in d.items(), (K(1), 6) in d.items(), d.keys() == {K(0), K(1), K(2), K(7)})
#> {K1} True True False True
print({(K(1), 2): 3}[K(1), 2], {frozenset([K(1)]): 4}[frozenset([K(1)])], hash((K(1), 2)) == hash((K(8), 2)))
#> 3 4 True
