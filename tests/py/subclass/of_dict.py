# A dict subclass with overridden access.
class Lower(dict):
    def __setitem__(self, key, value): super().__setitem__(key.lower(), value)
    def __getitem__(self, key): return super().__getitem__(key.lower())
    def __contains__(self, key): return super().__contains__(key.lower())
d = Lower(RAW=1)
d["ABC"] = 2
d.attr = "attribute"
print(d, d["abc"], d["ABC"], "aBc" in d, d.get("ABC"), d.attr, isinstance(d, dict), {**d}, dict(d), len(d), list(d.items()))
#> {'RAW': 1, 'abc': 2} 2 2 True None attribute True {'RAW': 1, 'abc': 2} {'RAW': 1, 'abc': 2} 2 [('RAW', 1), ('abc', 2)]
d.update(XYZ=3)
print("XYZ" in list(d), type(d.copy()).__name__, d == {"RAW": 1, "abc": 2, "XYZ": 3})
#> True dict True
