# What is assigned to a view is written into the bytes it shows.
def told(what, *args):
    try:
        what(*args)
    except Exception as error:
        print(type(error).__name__, error)
    print(bytes(data))


data = bytearray(b"abcdefgh")
view = memoryview(data)
put = view.__setitem__
for key, value in (
    (0, 65),
    (-1, 90),
    ((1,), 66),
    (True, 67),
    (0, 300),
    (0, -1),
    (0, 10**40),
    (0, "a"),
    (0, b"a"),
    (0, 1.5),
    (0, None),
    (99, 1),
    ("x", 1),
    ((0, 1), 1),
    (slice(0, 2), b"xy"),
    (slice(0, 2), bytearray(b"xz")),
    (slice(0, 2), b"abc"),
    (slice(0, 2), 5),
    (slice(0, 2), "ab"),
    (slice(0, 2), [1, 2]),
    (slice(None, None, 2), b"1234"),
    (slice(None, None, -2), b"5678"),
    (slice(3, 3), b""),
):
    told(put, key, value)
    #> b'Abcdefgh'
    #> b'AbcdefgZ'
    #> b'ABcdefgZ'
    #> b'ACcdefgZ'
    #> ValueError memoryview: invalid value for format 'B'
    #> b'ACcdefgZ'
    #> ValueError memoryview: invalid value for format 'B'
    #> b'ACcdefgZ'
    #> ValueError memoryview: invalid value for format 'B'
    #> b'ACcdefgZ'
    #> TypeError memoryview: invalid type for format 'B'
    #> b'ACcdefgZ'
    #> TypeError memoryview: invalid type for format 'B'
    #> b'ACcdefgZ'
    #> TypeError memoryview: invalid type for format 'B'
    #> b'ACcdefgZ'
    #> TypeError memoryview: invalid type for format 'B'
    #> b'ACcdefgZ'
    #> IndexError index out of bounds on dimension 1
    #> b'ACcdefgZ'
    #> TypeError memoryview: invalid slice key
    #> b'ACcdefgZ'
    #> TypeError cannot index 1-dimension view with 2-element tuple
    #> b'ACcdefgZ'
    #> b'xycdefgZ'
    #> b'xzcdefgZ'
    #> ValueError memoryview assignment: lvalue and rvalue have different structures
    #> b'xzcdefgZ'
    #> TypeError a bytes-like object is required, not 'int'
    #> b'xzcdefgZ'
    #> TypeError a bytes-like object is required, not 'str'
    #> b'xzcdefgZ'
    #> TypeError a bytes-like object is required, not 'list'
    #> b'xzcdefgZ'
    #> b'1z2d3f4Z'
    #> b'18273645'
    #> b'18273645'
view[1:5] = view[0:4]
print(bytes(data))  #> b'11827645'
view[0:4] = view[1:5]
print(bytes(data))  #> b'18277645'
view[:] = view[::-1]
print(bytes(data))  #> b'54677281'
view[::2] = view[1::2]
print(bytes(data))  #> b'44772211'
view[2:6][1] = 35
print(bytes(data))  #> b'447#2211'


class Index:
    def __index__(self):
        return 33


class Second:
    def __index__(self):
        return 1


class Wrong:
    def __index__(self):
        raise KeyError("x")


told(put, Second(), Index())  #> b'4!7#2211'
told(put, 0, Wrong())
#> KeyError 'x'
#> b'4!7#2211'
told(put, slice(Second(), 3), b"__")  #> b'4__#2211'
told(view.__delitem__, 0)
#> TypeError cannot delete memory
#> b'4__#2211'
told(memoryview(b"abc").__setitem__, 0, 1)
#> TypeError cannot modify read-only memory
#> b'4__#2211'
told(memoryview(b"abc").__delitem__, 0)
#> TypeError cannot modify read-only memory
#> b'4__#2211'
told(view.toreadonly().__setitem__, slice(0, 1), b"a")
#> TypeError cannot modify read-only memory
#> b'4__#2211'
