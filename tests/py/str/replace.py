# replace all, or the first few.
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"))
#> bbb bba ba -a-b-c-
print("abc".replace("", "-", 2), "abc".replace("x", "y"), "abc".replace("b", ""), "é日é".replace("é", "xx"), "a.b.c".replace(".", "", -1))
#> -a-bc abc ac xx日xx abc
