# Missing keys are made by the factory.
from collections import defaultdict
d = defaultdict(list)
d["a"].append(1); d["b"].append(2); d["a"].append(3)
print(d, dict(d), d.default_factory, d.get("zz"), "zz" in d, len(d))
#> defaultdict(<class 'list'>, {'a': [1, 3], 'b': [2]}) {'a': [1, 3], 'b': [2]} <class 'list'> None False 2
c = defaultdict(int, {"x": 1}, y=2)
for ch in "hello": c[ch] += 1
print(c, repr(c) == str(c))
#> defaultdict(<class 'int'>, {'x': 1, 'y': 2, 'h': 1, 'e': 1, 'l': 2, 'o': 1}) True
n = defaultdict(None, a=1)
print(n)  #> defaultdict(None, {'a': 1})
try:
    n["q"]
except KeyError as error:
    print("KeyError", error)  #> KeyError 'q'
nested = defaultdict(lambda: defaultdict(int))
nested[1][2] += 3
print(nested[1], nested == {1: {2: 3}})  #> defaultdict(<class 'int'>, {2: 3}) True
e = c.copy()
e["new"]
print(type(e).__name__, "new" in c, e.default_factory is int, (c | {"z": 26})["z"], type(c | {}).__name__, type({} | c).__name__)
#> defaultdict False True 26 defaultdict defaultdict
r = defaultdict(list); r[1] = r; print(str(r).count("defaultdict"))  #> 2
class Sub(defaultdict):
    def __missing__(self, key):
        return key * 2
print(Sub()["ab"], Sub(int))  #> abab Sub(<class 'int'>, {})
print(isinstance(d, dict), d.pop("a"), d.setdefault("k", 5), list(d.items()), d.__missing__("m"))
#> True [1, 3] 5 [('b', [2]), ('k', 5)] []
for call in (lambda: defaultdict(5), lambda: defaultdict(int, 5)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> first argument must be callable or None
        #> 'int' object is not iterable
