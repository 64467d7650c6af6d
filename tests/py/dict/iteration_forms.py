# Unpacking, loops and comprehensions over dicts.
d = {"one": 1, "two": 2}
for key, value in d.items():
    print(key, value)
    #> one 1
    #> two 2
print([k for k in d], {v: k for k, v in d.items()}, [*d], (*d.values(),), max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]))
#> ['one', 'two'] {1: 'one', 2: 'two'} ['one', 'two'] (1, 2) two [('two', 2), ('one', 1)]
a, b = d
print(a, b, list(zip(d, d.values())), list(enumerate(d)))
#> one two [('one', 1), ('two', 2)] [(0, 'one'), (1, 'two')]
