# Methods of dict, its views and read-only proxies.
d = {"a": 1, "b": 2}
d.__ge__(d), d.__le__(d), d.__lt__(d), d.__gt__(d), d.__eq__(d), d.__ne__(d), d.__sizeof__(), d.__len__(), d.__iter__()
d.__contains__("a"), d.__getitem__("a"), d.__setitem__("c", 3), d.__delitem__("c"), d.__repr__(), d.__reversed__()
d.__or__({"z": 1}), d.__ror__({"z": 1}), d.__ior__({"y": 1}), dict.fromkeys("ab", 0), dict.__class_getitem__(int)
d.get("q"), d.setdefault("q", []), d.pop("q"), d.update(w=1), d.popitem(), d.copy(), d.__init__(k=1)
k, v, i = d.keys(), d.values(), d.items()
for view in (k, i):
    view.__and__(view), view.__or__(view), view.__xor__(view), view.__sub__(view), view.__rand__(view)
    view.__ror__(view), view.__rxor__(view), view.__rsub__(view), view.__eq__(view), view.__ne__(view)
    view.__lt__(view), view.__le__(view), view.__gt__(view), view.__ge__(view), view.isdisjoint(view)
    view.__contains__("a")
for view in (k, v, i):
    view.__len__(), view.__iter__(), view.__reversed__(), view.__repr__(), view.mapping
class C: x = 1
m = C.__dict__
m.__eq__(m), m.__len__(), m.__repr__(), m.copy(), m.__contains__("x"), m.__getitem__("x"), m.__iter__(), m.get("y")
m.keys(), m.values(), m.items()
view = k.mapping
view | {"more": 1}, view.__or__({"more": 1}), view.__reversed__(), list(reversed(view))
d.clear()
