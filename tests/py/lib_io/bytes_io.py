# Bytes in memory.
from io import BytesIO
b = BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), b.read(), b.tell(), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(1), b.seek(1, 1), b.read(1), b.write(b"XY"), b.getvalue())
c = BytesIO(); print(c.write(b"12"), c.write(bytearray(b"3")), c.getvalue(), c.seek(5), c.write(b"z"), c.getvalue(), c.truncate(2), c.getvalue(), list(BytesIO(b"a\nb\n")))
buf = bytearray(3); print(BytesIO(b"hello").readinto(buf), buf, BytesIO(b"q").closed, bytes(BytesIO(b"view").getbuffer()))
with BytesIO() as d: d.writelines([b"1", b"2"]); print(d.getvalue())
for call in (lambda: d.read(), lambda: c.write("x"), lambda: c.seek(-1), lambda: c.seek(0, 7)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
