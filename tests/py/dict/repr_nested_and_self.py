# Printing nested dicts and dicts that contain themselves.
d = {"a": {"b": [1]}, 1: (2,), None: {}}
d["self"] = d
print(d)  #> {'a': {'b': [1]}, 1: (2,), None: {}, 'self': {...}}
print({"k": d.keys()}["k"])  #> dict_keys(['a', 1, None, 'self'])
