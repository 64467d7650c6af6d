# Whoever takes bytes takes a view whose bytes lie side by side.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


view = memoryview(bytearray(b"--b--"))[2:3]
table = bytes.maketrans(view, memoryview(b"x"))
for kind in (bytes, bytearray):
    a = kind(b"abcb")
    print(a + view, view in a, a.find(view), a.rfind(view), a.index(view), a.rindex(view), a.count(view), a.split(view), a.rsplit(view, 1))
    print(a.startswith(view), a.endswith((b"x", view)), a.replace(view, memoryview(b"--")), a.strip(view), a.rstrip(view), a.removesuffix(view))
    print(a.partition(view)[0], a.rpartition(view)[2], a.translate(table), a.translate(None, view), a.join([view, view]), kind(view))
    print(kind(b"%b %s") % (view, view), kind.join(kind(b"-"), (memoryview(b"x"), b"y")), a.removeprefix(memoryview(b"a")), a.lstrip(memoryview(b"a")))
    #> b'abcbb' True 1 3 1 3 2 [b'a', b'c', b''] [b'abc', b'']
    #> False True b'a--c--' b'abc' b'abc' b'abc'
    #> b'a' b'' b'axcx' b'ac' b'babcbb' b'b'
    #> b'b b' b'x-y' b'bcb' b'bcb'
    #> bytearray(b'abcbb') True 1 3 1 3 2 [bytearray(b'a'), bytearray(b'c'), bytearray(b'')] [bytearray(b'abc'), bytearray(b'')]
    #> False True bytearray(b'a--c--') bytearray(b'abc') bytearray(b'abc') bytearray(b'abc')
    #> bytearray(b'a') bytearray(b'') bytearray(b'axcx') bytearray(b'ac') bytearray(b'babcbb') bytearray(b'b')
    #> bytearray(b'b b') bytearray(b'x-y') bytearray(b'bcb') bytearray(b'bcb')
print(str(view, "ascii"), str(memoryview(b"\xc3\xa9"), "utf8"), int.from_bytes(memoryview(b"\x01\x02"), "big"), int(memoryview(b"12")), float(memoryview(b"1.5")))
#> b é 258 12 1.5
a = bytearray(b"abc")
a += view
a.extend(memoryview(b"de"))
a[0:1] = memoryview(b"xyz")
a[::2] = memoryview(b"....")
print(a, bytes.fromhex(memoryview(b"ab").hex()))  #> bytearray(b'.y.b.b.e') b'ab'
apart = memoryview(b"abcdef")[::2]
told(lambda: bytes(apart))  #> b'ace'
told(lambda: bytearray(apart))  #> bytearray(b'ace')
told(lambda: int.from_bytes(apart, "big"))  #> 6382437
told(lambda: bytearray(b"x") + bytearray(apart[::-1]))  #> bytearray(b'xeca')
told(lambda: b"abc".find(apart))  #> BufferError memoryview: underlying buffer is not C-contiguous
told(lambda: b"abc".startswith(apart))
#> BufferError memoryview: underlying buffer is not C-contiguous
told(lambda: b"abc".split(apart))  #> BufferError memoryview: underlying buffer is not C-contiguous
told(lambda: b"abc".strip(apart))  #> BufferError memoryview: underlying buffer is not C-contiguous
told(lambda: apart in b"abc")  #> BufferError memoryview: underlying buffer is not C-contiguous
told(lambda: b"a" + apart)  #> TypeError can't concat memoryview to bytes
told(lambda: b"".join([apart]))
#> TypeError sequence item 0: expected a bytes-like object, memoryview found
a = bytearray(b"123")
a[1:2] = apart
print(a)  #> bytearray(b'1ace3')
import io

stream = io.BytesIO()
print(stream.write(memoryview(b"abc")), stream.write(apart[:1]), stream.getvalue())  #> 3 1 b'abca'
from collections.abc import Sequence, MutableSequence, Hashable, Iterable

print(issubclass(memoryview, Sequence), issubclass(memoryview, MutableSequence), isinstance(view, Iterable), isinstance(view, Hashable))
#> True False True True
