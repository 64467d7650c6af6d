# UserDict, UserList and UserString hold their data.
from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
d = Lower({"A": 1}, B=2)
d.update(C=3); d["D"] = 4
print(d, d.data, len(d), "a" in d, d.get("A"), d.get("a"), d.pop("b"), d.setdefault("E", 5), list(d), d == {"a": 1})
#> {'a': 1, 'c': 3, 'd': 4, 'e': 5} {'a': 1, 'c': 3, 'd': 4, 'e': 5} 4 True None 1 2 5 ['a', 'c', 'd', 'e'] False
print(d | {"z": 1}, d.copy(), type(d.copy()).__name__)
#> {'a': 1, 'c': 3, 'd': 4, 'e': 5, 'z': 1} {'a': 1, 'c': 3, 'd': 4, 'e': 5} Lower
class Missing(UserDict):
    def __missing__(self, key): return "no " + key
print(Missing()["x"], Missing().get("x"))  #> no x no x
l = UserList([3, 1, 2])
l.append(4); l.sort(); l += [5]; l.insert(0, 0)
print(l, l[1:3], type(l[1:3]).__name__, l + [1], [1] + l, l * 2, len(l), 3 in l, l == [0, 1, 2, 3, 4, 5], l.index(3), l.pop(), l.count(1), l.data)
#> [0, 1, 2, 3, 4] [1, 2] UserList [0, 1, 2, 3, 4, 5, 1] [1, 0, 1, 2, 3, 4, 5] [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5] 6 True True 3 5 1 [0, 1, 2, 3, 4]
l.reverse(); l.remove(0); l.extend(UserList([9])); print(l, list(reversed(l)), l < [99])
#> [4, 3, 2, 1, 9] [9, 1, 2, 3, 4] True
s = UserString("abc")
print(s, repr(s), s + "d", "x" + s, s.upper(), type(s.upper()).__name__, len(s), s[1], "b" in s, s == "abc", s * 2, s.replace("a", "z"), s.find("c"), hash(s) == hash("abc"), s.split("b"), s.count("a"), UserString("%d") % 5)
#> abc 'abc' abcd xabc ABC UserString 3 b True True abcabc zbc 2 True ['a', 'c'] 1 5
try:
    d["nothing"]
except KeyError as error:
    print(error)  #> 'nothing'
