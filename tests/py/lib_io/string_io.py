# Text in memory.
from io import StringIO
s = StringIO()
print(s.write("hello "), s.write("world\n"), s.write(""), s.tell(), repr(s.getvalue()), s.write("two\nthree"), s.seek(0), repr(s.read(5)), repr(s.readline()), s.tell(), list(s), repr(s.read()), repr(s.readline()))
#> 6 6 0 12 'hello world\n' 9 0 'hello' ' world\n' 12 ['two\n', 'three'] '' ''
s.seek(6); s.write("WORLD"); print(repr(s.getvalue()), s.tell(), s.seek(0, 2), s.tell(), s.seek(3), s.truncate(), repr(s.getvalue()), s.write("X"), s.getvalue())
#> 'hello WORLD\ntwo\nthree' 11 21 21 3 3 'hel' 1 helX
t = StringIO("a\nb\nc"); print(t.readlines(), t.seek(0), t.readlines(2), t.read(), t.seek(0), repr(t.readline(1)), repr(t.readline(5)), [line for line in t])
#> ['a\n', 'b\n', 'c'] 0 ['a\n', 'b\n'] c 0 'a' '\n' ['b\n', 'c']
t.seek(10); t.write("z"); print(repr(t.getvalue()))  #> 'a\nb\nc\x00\x00\x00\x00\x00z'
with StringIO("x") as f: print(f.read(), f.closed, f.readable(), f.writable(), f.seekable(), f.isatty())
#> x False True True True False
print(f.closed)  #> True
w = StringIO(); w.writelines(["a", "b"]); print("c", "d", sep=",", file=w); print(repr(w.getvalue()), w.seek(0), w.read(-1) == w.getvalue(), w.read(3) == "")
#> 'abc,d\n' 0 True True
o = StringIO("abc"); o.write("Z"); print(o.getvalue(), o.truncate(2), o.getvalue(), o.truncate(0), repr(o.getvalue()), o.tell())
#> Zbc 2 Zb 0 '' 1
o.write("n"); print(repr(o.getvalue()))  #> '\x00n'
print(repr(StringIO("a\r\nb", newline=None).read()), repr(StringIO("a\r\nb").read()), StringIO(None).getvalue() == "")
#> 'a\nb' 'a\r\nb' True
for call in (lambda: f.read(), lambda: StringIO(5), lambda: s.write(5), lambda: s.write(b"x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 9), lambda: s.truncate(-1), lambda: f.write("x"), lambda: f.getvalue()):
    try:
        call()
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)
        #> ValueError I/O operation on closed file
        #> TypeError initial_value must be str or None, not int
        #> TypeError string argument expected, got 'int'
        #> TypeError string argument expected, got 'bytes'
        #> ValueError Negative seek position -1
        #> OSError Can't do nonzero cur-relative seeks
        #> ValueError Invalid whence (9, should be 0, 1 or 2)
        #> ValueError Negative size value -1
        #> ValueError I/O operation on closed file
        #> ValueError I/O operation on closed file
