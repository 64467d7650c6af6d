# Prefix and suffix tests, with tuples and bounds.
s = "prefix.body"
print(s.startswith("pre"), s.startswith("body"), s.startswith("body", 7), s.startswith(("x", "pre")), s.startswith(""))
#> True False True True True
print(s.endswith("body"), s.endswith(("a", "dy")), s.endswith("fix", 0, 6), s.endswith(()), s.startswith("p", 20))
#> True True True False False
try:
    s.startswith(1)
except TypeError as error:
    print(error)  #> startswith first arg must be str or a tuple of str, not int
print(s.removeprefix("prefix"), s.removesuffix(".body"), s.removeprefix("x"), s.removesuffix(""))
#> .body prefix prefix.body prefix.body
