# splitlines knows all line ends.
print("a\nb\r\nc\rd".splitlines(), "a\n".splitlines(), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(True))
#> ['a', 'b', 'c', 'd'] ['a'] [] [''] ['a\n', '\n', 'b']
print("x\x0by\x0cz\x1c1\x852\u20283".splitlines(), "a\r\nb".splitlines(keepends=True))
#> ['x', 'y', 'z', '1', '2', '3'] ['a\r\n', 'b']
