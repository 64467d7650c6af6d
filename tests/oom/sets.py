# Every method of set and frozenset.
for kind in (set, frozenset):
    s, t = kind("abc"), kind("bcd")
    s & t, s | t, s ^ t, s - t, s == t, s != t, s < t, s <= t, s > t, s >= t, len(s), "a" in s, repr(s), list(s)
    s.__and__(t), s.__or__(t), s.__xor__(t), s.__sub__(t), s.__rand__(t), s.__ror__(t), s.__rxor__(t), s.__rsub__(t)
    s.__eq__(t), s.__ne__(t), s.__lt__(t), s.__le__(t), s.__gt__(t), s.__ge__(t), s.__len__(), s.__contains__("a")
    s.__iter__(), s.__sizeof__(), s.__repr__(), kind.__class_getitem__(int), s.copy(), s.isdisjoint(t)
    s.difference(t), s.intersection(t), s.issubset(t), s.issuperset(t), s.symmetric_difference(t), s.union(t, "x")
frozenset("ab").__hash__()
s = set("abc")
s.add("d"), s.discard("d"), s.update("xyz"), s.remove("x"), s.pop()
s.difference_update("y"), s.intersection_update("abcz"), s.symmetric_difference_update("bq"), s.clear()
s |= {1}
s &= {1}
s ^= {2}
s -= {1}
