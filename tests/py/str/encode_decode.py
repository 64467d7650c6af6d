# UTF-8, ASCII and Latin-1 in both directions, with error handlers.
s = "aé日\U0001F600"
print(s.encode(), s.encode("utf-8") == s.encode(), b"a\xc3\xa9".decode(), b"abc".decode("ascii"), "é".encode("latin-1"))
#> b'a\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80' True aé abc b'\xe9'
print("é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), b"\xffa".decode("utf-8", "replace") == "\ufffda", b"\xffa".decode("utf-8", "ignore"))
#> b'?' b'' True a
for call in (lambda: "aé".encode("ascii"), lambda: b"a\xff".decode(), lambda: b"a\xe9".decode("ascii"), lambda: b"\xc3".decode(), lambda: "a".encode("nope"), lambda: "日".encode("latin-1")):
    try:
        call()
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
        #> UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
        #> UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
        #> UnicodeDecodeError 'ascii' codec can't decode byte 0xe9 in position 1: ordinal not in range(128)
        #> UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
        #> LookupError unknown encoding: nope
        #> UnicodeEncodeError 'latin-1' codec can't encode character '\u65e5' in position 0: ordinal not in range(256)
