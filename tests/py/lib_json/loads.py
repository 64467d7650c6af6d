# JSON text as objects.
import json
print(json.loads('{"a": [1, 2.5, true, false, null, "x"], "b": {}, "c": [] }'), json.loads(" [ ] "), json.loads("{ }"), json.loads("\n3\t"))
#> {'a': [1, 2.5, True, False, None, 'x'], 'b': {}, 'c': []} [] {} 3
print(json.loads("[0, -0, -1, 1e3, 1E-2, 1.5e+2, 123456789012345678901234567890, -0.0, 0.1]"), json.loads("[NaN, Infinity, -Infinity]"))
#> [0, 0, -1, 1000.0, 0.01, 150.0, 123456789012345678901234567890, -0.0, 0.1] [nan, inf, -inf]
print(ascii(json.loads(r'"\"\\\/\b\f\n\r\t\u00e9\u2603\ud83d\ude00 é😀"')), ascii(json.loads(r'"\ud800x"')), json.loads('"plain"'), json.loads('"é☃"'), json.loads('["a\\nb", "", "\x7f"]'))
#> '"\\/\x08\x0c\n\r\t\xe9\u2603\U0001f600 \xe9\U0001f600' '\ud800x' plain é☃ ['a\nb', '', '\x7f']
print(json.loads(b'{"k": "v"}'), json.loads(bytearray(b"[1]")), json.loads("\xef\xbb\xbf[1]".encode("latin-1")))
#> {'k': 'v'} [1] [1]
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d.items())), json.loads('{"x": 1, "x": 2}', object_pairs_hook=list), json.loads('{"x": 1, "x": 2}'))
#> [('x', 1), ('y', [('z', 2)])] [('x', 1), ('x', 2)] {'x': 2}
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: "i" + s), json.loads("[NaN]", parse_constant=lambda s: "c" + s))
#> ['1.5', 'i2'] ['cNaN']
print(json.JSONDecoder().raw_decode("[1] rest"), json.JSONDecoder().raw_decode("xx{}", 2), json.JSONDecoder(strict=False).decode('"a\tb"'))
#> ([1], 3) ({}, 4) a	b
value = {"list": [1, [2, [3, {"deep": [None, True]}]]], "é": "ü☃", "n": -1.25e-30, "e": ""}
print(json.loads(json.dumps(value)) == value, json.loads(json.dumps(value, indent=3, ensure_ascii=False)) == value)
#> True True
class In:
    def read(self): return "[5]"
print(json.load(In()), json.loads("[" * 50 + "]" * 50)[0][0][0] != [])  #> [5] True
keys = json.loads('[{"name": 1}, {"name": 2}]')
print(list(keys[0])[0] is list(keys[1])[0])  #> True
