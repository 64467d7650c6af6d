# + * in comparison, iteration, hashing.
print(b"a" + b"b", b"ab" * 2, b"b" in b"abc", 98 in b"abc", b"x" in b"abc", b"a" < b"b", b"a" == b"a", b"a" == "a", {b"k": 1}[b"k"])
#> b'ab' b'abab' True True False True True False 1
print([x for x in b"abc"], sorted(b"cab"), max(b"az"), sum(b"\x01\x02"), hash(b"ab") == hash(b"a" + b"b"), bool(b""))
#> [97, 98, 99] [97, 98, 99] 122 3 True False
for text in ("b'a' + 'b'", "b'a'[5]", "300 in b'a'", "'a' in b'a'", "b'a' < 'a'"):
    try:
        eval(text)
    except (TypeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError can't concat str to bytes
        #> IndexError index out of range
        #> ValueError byte must be in range(0, 256)
        #> TypeError a bytes-like object is required, not 'str'
        #> TypeError '<' not supported between instances of 'bytes' and 'str'
