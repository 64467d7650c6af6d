# Objects as JSON text.
import json
print(json.dumps({"a": [1, 2.5, True, False, None, "x"], "b": {}, "c": [], "d": (), "e": {"f": [[]]}}))
#> {"a": [1, 2.5, true, false, null, "x"], "b": {}, "c": [], "d": [], "e": {"f": [[]]}}
print(json.dumps("q\" b\\ n\n t\t r\r f\f b\b nul\x00 del\x7f é ☃ 😀 /"), json.dumps("é☃😀", ensure_ascii=False))
#> "q\" b\\ n\n t\t r\r f\f b\b nul\u0000 del\u007f \u00e9 \u2603 \ud83d\ude00 /" "é☃😀"
print(json.dumps([1e100, -0.0, 1.0, 1e-7, 10**20, -5, float("inf"), float("-inf"), float("nan")]))
#> [1e+100, -0.0, 1.0, 1e-07, 100000000000000000000, -5, Infinity, -Infinity, NaN]
print(json.dumps({1: 1, 2.5: 2, True: 3, None: 4, "s": 5}), json.dumps({"b": 1, "a": 2}, sort_keys=True))
#> {"1": 3, "2.5": 2, "null": 4, "s": 5} {"a": 2, "b": 1}
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps([[1, 2], {"x": 1, "y": []}], indent=2))
#> [1,{"a":2}] [
#>   [
#>     1,
#>     2
#>   ],
#>   {
#>     "x": 1,
#>     "y": []
#>   }
#> ]
print(json.dumps({"k": [1, (2, 3)]}, indent="--"), json.dumps([], indent=4), json.dumps([1], indent=0), json.dumps({"a": {}}, indent=1, separators=(",", "=")))
#> {
#> --"k": [
#> ----1,
#> ----[
#> ------2,
#> ------3
#> ----]
#> --]
#> } [] [
#> 1
#> ] {
#>  "a"={}
#> }
class Point:
    def __init__(self, x): self.x = x
print(json.dumps([Point(1), {"p": Point(2)}], default=lambda o: {"x": o.x}), json.dumps({(1, 2): 1, "ok": 2}, skipkeys=True))
#> [{"x": 1}, {"p": {"x": 2}}] {"ok": 2}
class L(list): pass
class D(dict): pass
class I(int):
    def __repr__(self): return "I!"
class S(str): pass
class F(float): pass
print(json.dumps([L([1]), D(a=1), I(5), S("s"), F(1.5)]), json.dumps(5), json.dumps("s"), json.dumps(None))
#> [[1], {"a": 1}, 5, "s", 1.5] 5 "s" null
class Encoder(json.JSONEncoder):
    def default(self, o):
        return "P%d" % o.x if isinstance(o, Point) else super().default(o)
print(json.dumps([Point(3)], cls=Encoder), Encoder(indent=1).encode({"a": Point(4)}), json.JSONEncoder().encode([1]), "".join(json.JSONEncoder(sort_keys=True).iterencode({"b": 1, "a": [2]})))
#> ["P3"] {
#>  "a": "P4"
#> } [1] {"a": [2], "b": 1}
class Out:
    text = ""
    def write(self, part): self.text += part
out = Out(); json.dump({"a": [1, 2]}, out, indent=1); print(out.text)
#> {
#>  "a": [
#>   1,
#>   2
#>  ]
#> }
loop = [1]; loop.append(loop)
for call in (lambda: json.dumps({(1, 2): 1}), lambda: json.dumps({1, 2}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(Point(1)), lambda: json.dumps({"a": [object]}), lambda: json.dumps([b"x"], cls=Encoder), lambda: json.dumps({1: 1, "a": 2}, sort_keys=True)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError keys must be str, int, float, bool or None, not tuple
        #> TypeError Object of type set is not JSON serializable
        #> ValueError Circular reference detected
        #> ValueError Out of range float values are not JSON compliant
        #> TypeError Object of type Point is not JSON serializable
        #> TypeError Object of type type is not JSON serializable
        #> TypeError Object of type bytes is not JSON serializable
        #> TypeError '<' not supported between instances of 'str' and 'int'
