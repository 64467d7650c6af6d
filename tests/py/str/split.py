# split by a separator or by runs of white space, with a limit.
print("a,b,,c".split(","), "a, b".split(", "), "".split(","), "".split(), "  a  b ".split(), " a b ".split(" "))
#> ['a', 'b', '', 'c'] ['a', 'b'] [''] [] ['a', 'b'] ['', 'a', 'b', '']
print("a,b,c".split(",", 1), "a b  c d".split(None, 2), "a b".split(maxsplit=0), "a--b--c".split("--", -1))
#> ['a', 'b,c'] ['a', 'b', 'c d'] ['a b'] ['a', 'b', 'c']
print("a,b,c".rsplit(",", 1), "a b  c ".rsplit(None, 1), "a b".rsplit(), "abcabc".rsplit("b"), "\t\n a\u3000b\x1cc".split())
#> ['a,b', 'c'] ['a b', 'c'] ['a', 'b'] ['a', 'ca', 'c'] ['a', 'b', 'c']
for sep in ("", 1):
    try:
        "abc".split(sep)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError empty separator
        #> TypeError must be str or None, not int
