# The three Unicode errors tell what could not be done, where and why.
def told(error, *names):
    print(type(error).__name__, error, [getattr(error, name) for name in names])


FIELDS = ("object", "start", "end", "reason")
for what in (lambda: b"a\xffb".decode(), lambda: "aéb".encode("ascii"), lambda: b"\xff\xfe".decode("ascii")):
    try:
        what()
    except UnicodeError as error:
        told(error, "encoding", *FIELDS)
        #> UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte ['utf-8', b'a\xffb', 1, 2, 'invalid start byte']
        #> UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128) ['ascii', 'aéb', 1, 2, 'ordinal not in range(128)']
        #> UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128) ['ascii', b'\xff\xfe', 0, 1, 'ordinal not in range(128)']
told(UnicodeTranslateError("abc", 1, 2, "why"), *FIELDS)
#> UnicodeTranslateError can't translate character '\x62' in position 1: why ['abc', 1, 2, 'why']
told(UnicodeTranslateError("abc", 0, 2, "why"), *FIELDS)
#> UnicodeTranslateError can't translate characters in position 0-1: why ['abc', 0, 2, 'why']
told(UnicodeTranslateError("aéb", 1, 2, "why"), *FIELDS)
#> UnicodeTranslateError can't translate character '\xe9' in position 1: why ['aéb', 1, 2, 'why']
told(UnicodeEncodeError("codec", "abc", 1, 2, "why"), *FIELDS)
#> UnicodeEncodeError 'codec' codec can't encode character '\x62' in position 1: why ['abc', 1, 2, 'why']
told(UnicodeDecodeError("codec", b"abc", 1, 2, "why"), *FIELDS)
#> UnicodeDecodeError 'codec' codec can't decode byte 0x62 in position 1: why [b'abc', 1, 2, 'why']
