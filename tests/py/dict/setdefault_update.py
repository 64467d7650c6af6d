# setdefault and update in every form.
d = {}
d.setdefault("a", []).append(1); d.setdefault("a", []).append(2); print(d, d.setdefault("n"), d)
#> {'a': [1, 2], 'n': None} None {'a': [1, 2], 'n': None}
d.update({"x": 1}); d.update([("y", 2)]); d.update(z=3); d.update(d); d.update({"x": 9}, y=8); d.update(); print(d)
#> {'a': [1, 2], 'n': None, 'x': 9, 'y': 8, 'z': 3}
for call in (lambda: d.update(5), lambda: d.update([(1,)]), lambda: d.update({}, {})):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError 'int' object is not iterable
        #> ValueError dictionary update sequence element #0 has length 1; 2 is required
        #> TypeError update expected at most 1 argument, got 2
