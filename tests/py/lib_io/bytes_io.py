# Bytes in memory.
from io import BytesIO
b = BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.read(), b.tell(), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(1), b.seek(1, 1), b.read(1), b.write(b"XY"), b.getvalue())
#> b'ab' b'c\n' b'def' 7 b'abc\ndef' 4 b'def' 1 2 b'c' 2 b'abcXYef'
c = BytesIO(); print(c.write(b"12"), c.write(bytearray(b"3")), c.getvalue(), c.seek(5), c.write(b"z"), c.getvalue(), c.truncate(2), c.getvalue(), list(BytesIO(b"a\nb\n")))
#> 2 1 b'123' 5 1 b'123\x00\x00z' 2 b'12' [b'a\n', b'b\n']
buf = bytearray(3); print(BytesIO(b"hello").readinto(buf), buf, BytesIO(b"q").closed, bytes(BytesIO(b"view").getbuffer()))
#> 3 bytearray(b'hel') False b'view'
with BytesIO() as d: d.writelines([b"1", b"2"]); print(d.getvalue())  #> b'12'
for call in (lambda: d.read(), lambda: c.write("x"), lambda: c.seek(-1), lambda: c.seek(0, 7)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError I/O operation on closed file.
        #> TypeError a bytes-like object is required, not 'str'
        #> ValueError negative seek value -1
        #> ValueError invalid whence (7, should be 0, 1 or 2)
