# Code points, not bytes: indexing and slicing of text with two, three and four byte characters.
s = "aé日\U0001F600z"
print(len(s), s[1], s[2], s[-1], s[-2] == "\U0001F600", s[1:3], s[::-1] == "z\U0001F600日éa")
#> 5 é 日 z True é日 True
print([ord(c) for c in s], [c for c in s[2:]] == ["日", "\U0001F600", "z"])
#> [97, 233, 26085, 128512, 122] True
print(s.index("z"), s.find("日"), s.rfind("é"), s.count(""), "日" in s, "日é" in s)
#> 4 2 1 6 True False
long = "é" * 100 + "x" + "日" * 100
print(len(long), long[100], long[99], long[101], long[150:153], long[-1], long.index("x"))
#> 201 x é 日 日日日 日 100
