# Several mappings that look like one.
from collections import ChainMap
base, over = {"a": 1, "b": 2}, {"b": 20}
m = ChainMap(over, base)
print(m["a"], m["b"], len(m), list(m), sorted(m.items()), m.get("zz", 0), "a" in m, m)
#> 1 20 2 ['a', 'b'] [('a', 1), ('b', 20)] 0 True ChainMap({'b': 20}, {'a': 1, 'b': 2})
m["c"] = 3; del m["b"]
print(over, m["b"], m.pop("c"), m.maps, bool(ChainMap()), ChainMap())
#> {} 2 3 [{}, {'a': 1, 'b': 2}] False ChainMap({})
child = m.new_child({"x": 1}); print(child, child.parents is m, child.parents == m, m.new_child(k=1))
#> ChainMap({'x': 1}, {}, {'a': 1, 'b': 2}) False True ChainMap({'k': 1}, {}, {'a': 1, 'b': 2})
print(m == {"a": 1, "b": 2}, dict(child), m | {"q": 1}, type(m.copy()).__name__, ChainMap.fromkeys("ab", 1))
#> True {'a': 1, 'b': 2, 'x': 1} ChainMap({'q': 1}, {'a': 1, 'b': 2}) ChainMap ChainMap({'a': 1, 'b': 1})
for call in (lambda: m["zz"], lambda: m.pop("a"), lambda: m.__delitem__("a"), lambda: m.popitem()):
    try:
        call()
    except KeyError as error:
        print(error)
        #> 'zz'
        #> "Key not found in the first mapping: 'a'"
        #> "Key not found in the first mapping: 'a'"
        #> 'No keys found in the first mapping.'
