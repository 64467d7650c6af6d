# keys, values and items are live views.
d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys))
#> dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2
d["c"] = 3
print(keys, list(values), ("c", 3) in items, "c" in keys, 3 in values, ("c", 4) in items, "c" in items)
#> dict_keys(['a', 'b', 'c']) [1, 2, 3] True True True False False
print(list(reversed(keys)), list(reversed(items)), sorted(values, reverse=True), keys.mapping["a"])
#> ['c', 'b', 'a'] [('c', 3), ('b', 2), ('a', 1)] [3, 2, 1] 1
