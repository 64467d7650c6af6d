# copy is shallow; fromkeys shares its value.
d = {"a": [1]}
e = d.copy()
e["a"].append(2); e["b"] = 3
print(d, e)  #> {'a': [1, 2]} {'a': [1, 2], 'b': 3}
f = dict.fromkeys("xy", [])
f["x"].append(1)
print(f, dict(e) == e, dict(e) is e)  #> {'x': [1], 'y': [1]} True False
