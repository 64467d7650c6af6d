# Every method of memoryview; what keeps a bytearray from changing its length goes whatever happens.
class Number:
    def __index__(self):
        return 1

    __float__ = lambda self: 1.5


data = bytearray(b"abcdefgh")
with memoryview(data) as view:
    memoryview(view), view[0], view[1:5], view[::-2], len(view), list(view), hash(memoryview(b"abc")), repr(view)
    view == b"abcdefgh", view != data, view.__eq__(b""), view.__ne__(b""), view.__len__(), view.__iter__()
    view.__getitem__(0), view.__hash__, view[Number()], view[Number() :]
    view[0] = 65
    view[1:3] = view[3:5]
    view[::2] = view[1::2]
    view[Number()] = Number()
    for form in "BbcHhIiQqfd?":
        cast = view.cast(form, [8 // view.cast(form).itemsize])
        cast[0], cast.tolist(), cast == cast[::-1], cast.toreadonly(), cast.tobytes(), cast[::-1].tobytes()
        cast[0] = cast[0]
        if form not in "c?":
            cast[0] = Number()
    view.hex(":"), view[::2].hex(), view.obj, view.readonly, view.format, view.itemsize, view.nbytes, view.ndim
    view.shape, view.strides, view.suboffsets, view.contiguous, view.c_contiguous, view.f_contiguous
    bytes(view[::2]), bytearray(view), b"x" + view, b"-".join([view, view]), {memoryview(b"k"): 1}[b"k"]
    try:
        view.__delitem__(0)
    except TypeError:
        pass
    try:
        data.append(1)
    except BufferError:
        pass
view.release()
cast.release()
view.__exit__(None, None, None)
data.append(1)
ring = [memoryview(data)]
ring.append(ring)
del ring
memoryview(bytearray()).__enter__().release()
