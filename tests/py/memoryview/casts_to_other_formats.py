# cast() takes the same bytes for items of another format.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"\x01\x01\xff\xff\x80\x80\x00\x00") * 2
view = memoryview(data)
for form in "BbchHiIqQfd?":
    cast = view.cast(form)
    print(form, cast.format, cast.itemsize, cast.shape, cast.strides, cast.nbytes, cast.readonly, cast.obj is data)
    #> B B 1 (16,) (1,) 16 False True
    #> b b 1 (16,) (1,) 16 False True
    #> c c 1 (16,) (1,) 16 False True
    #> h h 2 (8,) (2,) 16 False True
    #> H H 2 (8,) (2,) 16 False True
    #> i i 4 (4,) (4,) 16 False True
    #> I I 4 (4,) (4,) 16 False True
    #> q q 8 (2,) (8,) 16 False True
    #> Q Q 8 (2,) (8,) 16 False True
    #> f f 4 (4,) (4,) 16 False True
    #> d d 8 (2,) (8,) 16 False True
    #> ? ? 1 (16,) (1,) 16 False True
print(view.cast("H")[:2].tolist(), view.cast("h")[:2].tolist(), view.cast("b")[4], view.cast("c")[0], view.cast("?")[5:8].tolist())
#> [257, 65535] [257, -1] -128 b'\x01' [True, False, False]
print(view.cast("Q").cast("B") == view, view.cast("@H").itemsize, view.cast(format="H", shape=[8]).shape)
#> True 2 (8,)
told(lambda: view.cast("z"))
#> ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
told(lambda: view.cast("HH"))
#> ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
told(lambda: view.cast(""))
#> ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
told(lambda: view.cast(5))  #> TypeError cast() argument 'format' must be str, not int
told(lambda: view[:7].cast("H"))  #> TypeError memoryview: length is not a multiple of itemsize
told(lambda: view.cast("H").cast("I"))
#> TypeError memoryview: cannot cast between two non-byte formats
told(lambda: view[::2].cast("H"))
#> TypeError memoryview: casts are restricted to C-contiguous views
told(lambda: view.cast("B", [7]))  #> TypeError memoryview: product(shape) * itemsize != buffer size
told(lambda: view.cast("B", 7))  #> TypeError shape must be a list or a tuple
told(lambda: view.cast("B", ["a"]))
#> TypeError memoryview.cast(): elements of shape must be integers
told(lambda: view.cast("B", [-1]))
#> ValueError memoryview.cast(): elements of shape must be integers > 0


def put(form, *values):
    cast = memoryview(bytearray(16)).cast(form)
    for value in values:
        try:
            cast[1] = value
            print(form, repr(cast[1]), end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 7


class Empty:
    def __bool__(self):
        return False


class Wrong:
    def __float__(self):
        raise KeyError("x")

    __bool__ = __index__ = __float__


put("b", -128, 127, 128, -129, "a", Index(), Wrong(), True)
#> b -128; b 127; ValueError memoryview: invalid value for format 'b'; ValueError memoryview: invalid value for format 'b'; TypeError memoryview: invalid type for format 'b'; b 7; KeyError 'x'; b 1;
put("h", -32768, 32767, 32768, 1.0)
#> h -32768; h 32767; ValueError memoryview: invalid value for format 'h'; TypeError memoryview: invalid type for format 'h';
put("H", 65535, 65536, -1)
#> H 65535; ValueError memoryview: invalid value for format 'H'; ValueError memoryview: invalid value for format 'H';
put("i", -(2**31), 2**31 - 1, 2**31)
#> i -2147483648; i 2147483647; ValueError memoryview: invalid value for format 'i';
put("I", 2**32 - 1, 2**32, -1, None)
#> I 4294967295; ValueError memoryview: invalid value for format 'I'; ValueError memoryview: invalid value for format 'I'; TypeError memoryview: invalid type for format 'I';
put("q", -(2**63), 2**63 - 1, 2**63, -(2**63) - 1)
#> q -9223372036854775808; q 9223372036854775807; ValueError memoryview: invalid value for format 'q'; ValueError memoryview: invalid value for format 'q';
put("Q", 2**64 - 1, 2**64, 2**63, -1, 1.0)
#> Q 18446744073709551615; ValueError memoryview: invalid value for format 'Q'; Q 9223372036854775808; ValueError memoryview: invalid value for format 'Q'; TypeError memoryview: invalid type for format 'Q';
put("f", 1.5, 1, 1.1, 1e300, 10**400, "a", Float(), Index(), Wrong())
#> f 1.5; f 1.0; f 1.100000023841858; f inf; ValueError memoryview: invalid value for format 'f'; TypeError memoryview: invalid type for format 'f'; f 2.5; f 7.0; KeyError 'x';
put("d", 1.1, -0.0, 10**400, b"a", Float(), Index(), Wrong(), True)
#> d 1.1; d -0.0; ValueError memoryview: invalid value for format 'd'; TypeError memoryview: invalid type for format 'd'; d 2.5; d 7.0; KeyError 'x'; d 1.0;
put("c", b"x", b"xy", "x", 5, bytearray(b"a"))
#> c b'x'; ValueError memoryview: invalid value for format 'c'; TypeError memoryview: invalid type for format 'c'; TypeError memoryview: invalid type for format 'c'; TypeError memoryview: invalid type for format 'c';
put("?", 1, 0, "a", "", [], [0], Empty(), 0.0, 2.0, None, Wrong(), 10**30, Float())
#> ? True; ? False; ? True; ? False; ? False; ? True; ? False; ? False; ? True; ? False; KeyError 'x'; ? True; ? True;
shorts = memoryview(bytearray(8)).cast("H")
shorts[1:3] = memoryview(bytearray(b"abab")).cast("H")
print(shorts.tobytes(), shorts[::-1].tobytes(), shorts[1::2].tobytes(), [x == y for x, y in zip(shorts, shorts[::-1])])
#> b'\x00\x00abab\x00\x00' b'\x00\x00abab\x00\x00' b'ab\x00\x00' [True, True, True, True]
told(lambda: shorts.__setitem__(slice(0, 1), b"ab"))
#> ValueError memoryview assignment: lvalue and rvalue have different structures
told(lambda: shorts.__setitem__(slice(0, 1), memoryview(bytearray(2)).cast("h")))
#> ValueError memoryview assignment: lvalue and rvalue have different structures
shorts[::2] = shorts[1::2]
print(shorts.tobytes(), list(shorts) == shorts.tolist(), len(shorts), bytes(shorts))
#> b'abab\x00\x00\x00\x00' True 4 b'abab\x00\x00\x00\x00'
