# Keys with __hash__ and __eq__: equality decides, after the hash.
class Key:
    def __init__(self, n, h): self.n, self.h = n, h
    def __hash__(self): return self.h
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return "K%d" % self.n
d = {Key(1, 5): "a", Key(2, 5): "b", Key(1, 6): "c"}
print(d, d[Key(1, 5)], d[Key(2, 5)], d[Key(1, 6)], Key(2, 6) in d, len(d))
#> {K1: 'a', K2: 'b', K1: 'c'} a b c False 3
d[Key(1, 5)] = "z"
del d[Key(2, 5)]
print(d)  #> {K1: 'z', K1: 'c'}
same = [Key(i, 7) for i in range(30)]
e = {k: k.n for k in same}
print(len(e), e[Key(17, 7)], e.pop(Key(3, 7)), Key(3, 7) in e, [k.n for k in e][:5])
#> 30 17 3 False [0, 1, 2, 4, 5]
