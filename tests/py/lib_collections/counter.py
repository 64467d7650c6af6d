# Counting.
from collections import Counter
c = Counter("abracadabra")
print(c, c.most_common(2), c["a"], c["zz"], "zz" in c, c.total(), len(c))
#> Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 5 0 False 11 5
print(sorted(c.elements()), Counter(a=2, b=0), Counter({"x": 3}), Counter(), Counter([3, 3, 1]))
#> ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] Counter({'a': 2, 'b': 0}) Counter({'x': 3}) Counter() Counter({3: 2, 1: 1})
c.update("aaz"); c.subtract("bb"); print(c)
#> Counter({'a': 7, 'r': 2, 'c': 1, 'd': 1, 'z': 1, 'b': 0})
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=5)
print(a + b, a - b, a | b, a & b, +Counter(a=-1, b=1), -Counter(a=-1, b=1))
#> Counter({'c': 5, 'a': 4, 'b': 3}) Counter({'a': 2}) Counter({'c': 5, 'a': 3, 'b': 2}) Counter({'a': 1, 'b': 1}) Counter({'b': 1}) Counter({'a': 1})
a += b; print(a); a -= Counter(a=10); print(a); a |= Counter(z=1); print(a); a &= Counter(z=5, b=1); print(a)
#> Counter({'c': 5, 'a': 4, 'b': 3})
#> Counter({'c': 5, 'b': 3})
#> Counter({'c': 5, 'b': 3, 'z': 1})
#> Counter({'b': 1, 'z': 1})
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != {"a": 1}, Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=2) > Counter(a=1), Counter(a=1) >= Counter(b=1))
#> True False True False True False
c["n"] = 5; del c["n"]; del c["never"]; print(c.pop("z"), c.copy() == c, type(c.copy()).__name__)
#> 1 True Counter
print(Counter({"a": None, "b": 1}), c.most_common(0), Counter(x=1, y=1, z=1).most_common(2))
#> Counter({'a': None, 'b': 1}) [] [('x', 1), ('y', 1)]
print(dict(Counter(i % 3 for i in range(10))), list(Counter("ba")), max(Counter("aab").items()))
#> {0: 4, 1: 3, 2: 3} ['b', 'a'] ('b', 1)
for call in (lambda: Counter.fromkeys("a"), lambda: Counter(5), lambda: Counter(a=1) < 5):
    try:
        call()
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
        #> NotImplementedError Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
        #> TypeError 'int' object is not iterable
        #> TypeError '<' not supported between instances of 'Counter' and 'int'
