# A released view shows nothing any more; leaving a with block releases it.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abc")
with memoryview(data) as view:
    inner = view[1:]
    print(view.tobytes(), inner.tobytes())  #> b'abc' b'bc'
print(inner.tobytes(), repr(view).startswith("<released memory at 0x"), view.release(), view.__exit__(None, None, None))
#> b'bc' True None None
for name in "c_contiguous contiguous f_contiguous format itemsize nbytes ndim obj readonly shape strides suboffsets".split():
    told(lambda: getattr(view, name))
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
    #> ValueError operation forbidden on released memoryview object
told(lambda: view[0])  #> ValueError operation forbidden on released memoryview object
told(lambda: view[:])  #> ValueError operation forbidden on released memoryview object
told(lambda: view.__setitem__(0, 1))
#> ValueError operation forbidden on released memoryview object
told(lambda: view.__delitem__(0))  #> ValueError operation forbidden on released memoryview object
told(lambda: len(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: list(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: 3 in view)  #> ValueError operation forbidden on released memoryview object
told(lambda: view.tobytes())  #> ValueError operation forbidden on released memoryview object
told(lambda: view.tolist())  #> ValueError operation forbidden on released memoryview object
told(lambda: view.hex())  #> ValueError operation forbidden on released memoryview object
told(lambda: view.cast("B"))  #> ValueError operation forbidden on released memoryview object
told(lambda: view.toreadonly())  #> ValueError operation forbidden on released memoryview object
told(lambda: view.__enter__())  #> ValueError operation forbidden on released memoryview object
told(lambda: memoryview(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: bytes(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: bytearray(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: b"abc".find(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: b"abc".startswith(view))
#> ValueError operation forbidden on released memoryview object
told(lambda: b"".join([view]))
#> TypeError sequence item 0: expected a bytes-like object, memoryview found
told(lambda: b"a" + view)  #> TypeError can't concat memoryview to bytes
told(lambda: reversed(view))  #> ValueError operation forbidden on released memoryview object
told(lambda: data.__setitem__(slice(0, 1), view))
#> ValueError operation forbidden on released memoryview object
told(lambda: inner.__setitem__(slice(0, 1), view))
#> ValueError operation forbidden on released memoryview object
view = memoryview(data)
it = iter(view)
print(next(it))  #> 97
view.release()
told(lambda: next(it))  #> ValueError operation forbidden on released memoryview object
try:
    with memoryview(data) as view:
        raise KeyError("inside")
except KeyError as error:
    print(error, repr(view)[:9])  #> 'inside' <released
import weakref

view = memoryview(data)
ref = weakref.ref(view)
print(ref() is view)  #> True
del view
print(ref())  #> None
