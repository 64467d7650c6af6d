# A memoryview shows the bytes of bytes, a bytearray or another view, without a copy.
data = bytearray(b"abcdefgh")
view = memoryview(data)
print(view[0], view[-1], len(view), bool(view), bool(view[:0]), view.obj is data, isinstance(view, memoryview))
#> 97 104 8 True False True True
data[0] = 122
print(view[0], view.tobytes(), view.tolist(), bytes(view), bytearray(view), list(view), [*reversed(view)])
#> 122 b'zbcdefgh' [122, 98, 99, 100, 101, 102, 103, 104] b'zbcdefgh' bytearray(b'zbcdefgh') [122, 98, 99, 100, 101, 102, 103, 104] [104, 103, 102, 101, 100, 99, 98, 122]
print(memoryview(view).obj is data, view[2:5].obj is data, view[2:5].tobytes(), view[::-3].tolist(), view[6:1:-2].tobytes())
#> True True b'cde' [104, 101, 98] b'gec'
print(view[1:][1:][::2].tobytes(), view[1:7][::-1][1::2].tobytes(), view[5:2].tobytes(), view[::100].tobytes())
#> b'ceg' b'fdb' b'' b'z'


def facts(view):
    print(view.shape, view.strides, view.suboffsets, view.ndim, view.itemsize, view.nbytes, view.format, view.readonly)
    print(view.contiguous, view.c_contiguous, view.f_contiguous, len(view))


facts(view)
#> (8,) (1,) () 1 1 8 B False
#> True True True 8
facts(view[::-3])
#> (3,) (-3,) () 1 1 3 B False
#> False False False 3
facts(view[::100])
#> (1,) (100,) () 1 1 1 B False
#> True True True 1
facts(memoryview(b"")[::-1])
#> (0,) (-1,) () 1 1 0 B True
#> False False False 0
print(memoryview(b"abc").readonly, view.toreadonly().readonly, memoryview(view.toreadonly()).readonly, view.readonly)
#> True True True False
print(97 in view, 98 in view, "a" in view, sum(view), max(view), sorted(view[::-1]))
#> False True False 829 122 [98, 99, 100, 101, 102, 103, 104, 122]
a, *b = view[:3]
print(a, b, [x for x in zip(view[:2], view[2:4])], list(enumerate(view[:2])))
#> 122 [98, 99] [(122, 99), (98, 100)] [(0, 122), (1, 98)]
print(view.hex(), view.hex(":"), view[::2].hex("-", 2), view.hex(sep="_", bytes_per_sep=-3), view[:0].hex())
#> 7a62636465666768 7a:62:63:64:65:66:67:68 7a63-6567 7a6263_646566_6768
print(view.tobytes("C") == view.tobytes(None) == view.tobytes(order="F") == view.tobytes("A"))
#> True
print(repr(view).startswith("<memory at 0x"), str(view) == repr(view), type(view).__name__)
#> True True memoryview
match view[:2]:
    case [one, two]:
        print("sequence", one, two)  #> sequence 122 98
it = iter(view)
print(next(it), next(it), list(it), list(it))  #> 122 98 [99, 100, 101, 102, 103, 104] []


class Named(bytes):
    pass


named = Named(b"abc")
print(memoryview(named).obj is named, memoryview(memoryview(named)).obj is named, memoryview(named).tobytes())
#> True True b'abc'


class Index:
    def __index__(self):
        return 2


print(view[Index()], view[Index() :].tobytes(), view[(1,)], view[True])  #> 99 b'cdefgh' 98 98
