# Elements with a hash and an equality of their own, in every operation.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 7
    def __eq__(self, other): return isinstance(other, K) and other.n == self.n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return "K%d" % self.n
s = {K(i) for i in range(20)}
t = {K(i) for i in range(10, 30)}
print(sorted(s & t), len(s | t), sorted(s - t), len(s ^ t), s <= t, s.isdisjoint(t), K(3) in s)
#> [K10, K11, K12, K13, K14, K15, K16, K17, K18, K19] 30 [K0, K1, K2, K3, K4, K5, K6, K7, K8, K9] 20 False False True
s &= t
print(sorted(s))  #> [K10, K11, K12, K13, K14, K15, K16, K17, K18, K19]
s |= {K(50)}
s -= {K(10)}
s ^= {K(11), K(60)}
print(sorted(s), s == frozenset(s), s.issubset(list(s) + [1]), s > {K(12)})
#> [K12, K13, K14, K15, K16, K17, K18, K19, K50, K60] True True True
s.discard(K(12)); s.remove(K(13)); s.update([K(1)], (K(2),))
print(sorted(s.union([K(0)])), sorted(s.intersection([K(1), 5])), len(s.difference(t, [K(1)])), sorted(s.symmetric_difference([K(1), K(3)])))
#> [K0, K1, K2, K14, K15, K16, K17, K18, K19, K50, K60] [K1] 3 [K2, K3, K14, K15, K16, K17, K18, K19, K50, K60]
try:
    s.remove(K(99))
except KeyError as error:
    print(error)  #> K99
print(sorted(frozenset([K(1), K(1), K(2)])), {frozenset([K(1)])} == {frozenset([K(1)])})
#> [K1, K2] True
