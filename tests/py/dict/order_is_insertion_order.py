# Keys come in the order of first insertion; updates do not move them.
d = {}
for key in "zebra":
    d[key] = len(d)
d["e"] = 99
print(d, list(d), list(reversed(d)))
#> {'z': 0, 'e': 99, 'b': 2, 'r': 3, 'a': 4} ['z', 'e', 'b', 'r', 'a'] ['a', 'r', 'b', 'e', 'z']
del d["b"]; d["b"] = 0
print(list(d.items()))  #> [('z', 0), ('e', 99), ('r', 3), ('a', 4), ('b', 0)]
d.pop("z"); d.setdefault("z", 7); d.update(a=1, new=2)
print(d)  #> {'e': 99, 'r': 3, 'a': 1, 'b': 0, 'z': 7, 'new': 2}
