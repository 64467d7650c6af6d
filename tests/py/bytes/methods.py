# The methods bytes shares with str.
s = b"one,two,,three"
print(s.split(b","), s.find(b"two"), s.index(b"t"), s.count(b","), s.replace(b",", b";"), s.startswith(b"one"), s.endswith((b"x", b"e")))
#> [b'one', b'two', b'', b'three'] 4 4 3 b'one;two;;three' True True
print(b" a ".strip(), b"xax".strip(b"x"), b"Ab".upper(), b"Ab".lower(), b",".join([b"a", b"b"]), b"a-b".partition(b"-"), b"a b".split())
#> b'a' b'a' b'AB' b'ab' b'a,b' (b'a', b'-', b'b') [b'a', b'b']
print(b"ab".center(6, b"*"), b"7".zfill(3), b"12".isdigit(), b"ab".isalpha(), b"abc".hex(), b"\xab\xcd".hex(":"), bytes.fromhex("ab cd 00"), b"a\nb".splitlines())
#> b'**ab**' b'007' True True 616263 ab:cd b'\xab\xcd\x00' [b'a', b'b']
print(b"%d-%s" % (5, b"x"), b"abc".translate(None, b"b"), b"ab".ljust(4, b"."), b"abc".rfind(b"c"), b"abc".decode())
#> b'5-x' b'ac' b'ab..' 2 abc
