# Dictionaries whose order counts.
from collections import OrderedDict
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(o, OrderedDict(), OrderedDict(x=1))
#> OrderedDict([('a', 1), ('b', 2), ('c', 3)]) OrderedDict() OrderedDict([('x', 1)])
o.move_to_end("a"); print(list(o))  #> ['b', 'c', 'a']
o.move_to_end("c", last=False); print(list(o))  #> ['c', 'b', 'a']
print(o.popitem(), o.popitem(last=False), o)  #> ('a', 1) ('c', 3) OrderedDict([('b', 2)])
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), dict(a) == b, a != b, a == a.copy(), a == 5)
#> False True True True True False
print(list(reversed(a)), a | {"z": 3}, {"z": 0} | a, type(a.copy()).__name__, OrderedDict.fromkeys("ab", 0))
#> ['y', 'x'] OrderedDict([('x', 1), ('y', 2), ('z', 3)]) OrderedDict([('z', 0), ('x', 1), ('y', 2)]) OrderedDict OrderedDict([('a', 0), ('b', 0)])
a["x"] = 5; del a["y"]; a["y"] = 6
print(a, list(a.keys()), list(a.values()), a.pop("x"), a.get("x"), a.setdefault("q", 1))
#> OrderedDict([('y', 6), ('q', 1)]) ['x', 'y'] [5, 6] 5 None 1
a["me"] = a; print(a)  #> OrderedDict([('y', 6), ('q', 1), ('me', ...)])
for call in (lambda: a.move_to_end("none"), lambda: OrderedDict().popitem(), lambda: a["none"]):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        #> KeyError 'none'
        #> KeyError 'dictionary is empty'
        #> KeyError 'none'
