# Objects in lines that are not too long.
from pprint import pprint, pformat, pp, PrettyPrinter, isreadable, isrecursive, saferepr
from dataclasses import dataclass
pprint([1, 2, {"b": 1, "a": 2}])  #> [1, 2, {'a': 2, 'b': 1}]
data = {"name": "a long enough value to wrap around", "list": list(range(30)), "nested": {"x": ("tuple", "of", "strings"), "y": {1, 2, 3}, "one": (1,)}, 5: None} if 0 else {"name": "a long enough value to wrap around", "list": list(range(30)), "nested": {"x": ("tuple", "of", "strings" * 8), "y": {1, 2, 3}, "one": ("q" * 70,)}}
pprint(data)
#> {'list': [0,
#>           1,
#>           2,
#>           3,
#>           4,
#>           5,
#>           6,
#>           7,
#>           8,
#>           9,
#>           10,
#>           11,
#>           12,
#>           13,
#>           14,
#>           15,
#>           16,
#>           17,
#>           18,
#>           19,
#>           20,
#>           21,
#>           22,
#>           23,
#>           24,
#>           25,
#>           26,
#>           27,
#>           28,
#>           29],
#>  'name': 'a long enough value to wrap around',
#>  'nested': {'one': ('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',),
#>             'x': ('tuple',
#>                   'of',
#>                   'stringsstringsstringsstringsstringsstringsstringsstrings'),
#>             'y': {1, 2, 3}}}
pprint(data, width=40, indent=2)
#> { 'list': [ 0,
#>             1,
#>             2,
#>             3,
#>             4,
#>             5,
#>             6,
#>             7,
#>             8,
#>             9,
#>             10,
#>             11,
#>             12,
#>             13,
#>             14,
#>             15,
#>             16,
#>             17,
#>             18,
#>             19,
#>             20,
#>             21,
#>             22,
#>             23,
#>             24,
#>             25,
#>             26,
#>             27,
#>             28,
#>             29],
#>   'name': 'a long enough value to wrap '
#>           'around',
#>   'nested': { 'one': ( 'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',),
#>               'x': ( 'tuple',
#>                      'of',
#>                      'stringsstringsstringsstringsstringsstringsstringsstrings'),
#>               'y': {1, 2, 3}}}
pprint(data, compact=True)
#> {'list': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
#>           20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
#>  'name': 'a long enough value to wrap around',
#>  'nested': {'one': ('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',),
#>             'x': ('tuple', 'of',
#>                   'stringsstringsstringsstringsstringsstringsstringsstrings'),
#>             'y': {1, 2, 3}}}
pprint([[1, [2, [3, [4]]]], {"a": {"b": {"c": 1}}}], depth=2)  #> [[1, [...]], {'a': {...}}]
pprint({"z": 1, "a": 2}, sort_dicts=False); pp({"z": 1, "a": 2}); pprint({1: "x", "a": 2, None: 3}, width=10)
#> {'z': 1, 'a': 2}
#> {'z': 1, 'a': 2}
#> {None: 3,
#>  1: 'x',
#>  'a': 2}
loop = [1]; loop.append(loop)
print(pformat(loop).split(" with")[0], isrecursive(loop), isrecursive([1]), isreadable([1]), isreadable(object()))
#> [1, <Recursion on list True False True False
pprint("word " * 30); pprint(["line one\nline two\n", "short"] * 3, width=30); pprint({"k": "some words that are long enough to be broken " * 3})
#> ('word word word word word word word word word word word word word word word '
#>  'word word word word word word word word word word word word word word word ')
#> ['line one\nline two\n',
#>  'short',
#>  'line one\nline two\n',
#>  'short',
#>  'line one\nline two\n',
#>  'short']
#> {'k': 'some words that are long enough to be broken some words that are long '
#>       'enough to be broken some words that are long enough to be broken '}
@dataclass
class D:
    name: str
    items: list
pprint(D("x", [1])); pprint(D("some long name here", ["item number %d" % i for i in range(6)]))
#> D(name='x', items=[1])
#> D(name='some long name here',
#>   items=['item number 0',
#>          'item number 1',
#>          'item number 2',
#>          'item number 3',
#>          'item number 4',
#>          'item number 5'])
pprint(frozenset(range(40)), width=30); pprint(set()); pprint(()); pprint([], width=1); pprint([[], {}], width=3)
#> frozenset({0,
#>            1,
#>            2,
#>            3,
#>            4,
#>            5,
#>            6,
#>            7,
#>            8,
#>            9,
#>            10,
#>            11,
#>            12,
#>            13,
#>            14,
#>            15,
#>            16,
#>            17,
#>            18,
#>            19,
#>            20,
#>            21,
#>            22,
#>            23,
#>            24,
#>            25,
#>            26,
#>            27,
#>            28,
#>            29,
#>            30,
#>            31,
#>            32,
#>            33,
#>            34,
#>            35,
#>            36,
#>            37,
#>            38,
#>            39})
#> set()
#> ()
#> []
#> [[],
#>  {}]
print(pformat([123456789, 5], underscore_numbers=True), PrettyPrinter(width=20).pformat(["abc", "defghi", "jklmno"]), saferepr({"b": 1, "a": [2]}))
#> [123_456_789, 5] ['abc',
#>  'defghi',
#>  'jklmno'] {'a': [2], 'b': 1}
pprint([("row", i, "x" * i) for i in range(12)], width=50)
#> [('row', 0, ''),
#>  ('row', 1, 'x'),
#>  ('row', 2, 'xx'),
#>  ('row', 3, 'xxx'),
#>  ('row', 4, 'xxxx'),
#>  ('row', 5, 'xxxxx'),
#>  ('row', 6, 'xxxxxx'),
#>  ('row', 7, 'xxxxxxx'),
#>  ('row', 8, 'xxxxxxxx'),
#>  ('row', 9, 'xxxxxxxxx'),
#>  ('row', 10, 'xxxxxxxxxx'),
#>  ('row', 11, 'xxxxxxxxxxx')]
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pformat(1, **bad)
    except ValueError as error:
        print(error)
        #> indent must be >= 0
        #> depth must be > 0
        #> width must be != 0
