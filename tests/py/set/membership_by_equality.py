# `in` goes by hash and equality; a set searched in a set is treated as frozen.
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
s = {Key(i) for i in range(10)}
print(Key(4) in s, Key(11) in s, len(s | {Key(3)}), 1 in {1.0}, "a" in {"a"}, {1} in {frozenset({1})}, frozenset({1}) in {frozenset([1])})
#> True False 10 True True True True
