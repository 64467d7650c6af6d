# maketrans and translate.
table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), sorted(table.items(), key=lambda kv: kv[0]))
#> xyz [(97, 120), (98, 121), (99, 122), (100, None)]
print("hello".translate({ord("l"): "LL", ord("h"): None, ord("o"): 48}), "ab".translate(str.maketrans({"a": "1", 98: "2"})))
#> eLLLL0 12
