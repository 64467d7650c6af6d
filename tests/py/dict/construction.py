# Dicts from displays, keywords, pairs and mappings.
print({}, {"a": 1, 2: "b"}, dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"k": 0}, z=5), dict(zip("ab", (1, 2))))
#> {} {'a': 1, 2: 'b'} {} {'a': 1, 'b': 2} {'x': 1, 'y': 2} {'k': 0, 'z': 5} {'a': 1, 'b': 2}
print({**{"a": 1, "b": 2}, "a": 9}, {"a": 1, "a": 2}, dict.fromkeys("abc"), dict.fromkeys([1, 2], []), {1: 1, 1.0: 2, True: 3})
#> {'a': 9, 'b': 2} {'a': 2} {'a': None, 'b': None, 'c': None} {1: [], 2: []} {1: 3}
class Mapping:
    def keys(self): return ["p", "q"]
    def __getitem__(self, key): return key * 2
print(dict(Mapping()), {**Mapping()})  #> {'p': 'pp', 'q': 'qq'} {'p': 'pp', 'q': 'qq'}
for call in (lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "c"]), lambda: {**5}, lambda: dict({}, {}), lambda: {[]: 1}):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError 'int' object is not iterable
        #> TypeError cannot convert dictionary update sequence element #0 to a sequence
        #> ValueError dictionary update sequence element #0 has length 3; 2 is required
        #> ValueError dictionary update sequence element #1 has length 1; 2 is required
        #> TypeError 'int' object is not a mapping
        #> TypeError dict expected at most 1 argument, got 2
        #> TypeError unhashable type: 'list'
