# Bytes literals and how they print.
print(b"abc", b'it\'s', b"say \"", b"\x00\xff\n\t\\", rb"\x", b"a" b"b", b"", br"\n", bytes(b"\x7f~ "))
#> b'abc' b"it's" b'say "' b'\x00\xff\n\t\\' b'\\x' b'ab' b'' b'\\n' b'\x7f~ '
print(list(b"\x01\x80"), len(b"\0\0"), b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc"[::-1])
#> [1, 128] 2 97 99 b'bc' b'cba'
