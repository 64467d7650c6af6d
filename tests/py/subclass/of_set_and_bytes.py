# set, frozenset, bytes and bytearray subclasses.
class Tags(set):
    def add(self, x): super().add(x.lower())
t = Tags()
t.add("ABC")
t |= {"d"}
print(sorted(t), "abc" in t, type(t | {"e"}).__name__, type(t).__name__, len(t), t == {"abc", "d"})
#> ['abc', 'd'] True set Tags 2 True
class F(frozenset): pass
class B(bytes):
    def total(self): return sum(self)
print({F([1]): "f"}[frozenset([1])], B(b"ab").total(), B(b"ab") + b"c", type(B(b"a") + b"").__name__)
#> f 195 b'abc' bytes
