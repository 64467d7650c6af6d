# Wrong keys, wrong arguments and wrong operators raise what CPython raises.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


view = memoryview(bytearray(b"abcdefgh"))
for key in (8, -9, 10**30, "a", 1.5, None, ..., (0, 1), slice(None, None, 0), slice("a", None)):
    told(lambda: view[key])
    #> IndexError index out of bounds on dimension 1
    #> IndexError index out of bounds on dimension 1
    #> IndexError cannot fit 'int' into an index-sized integer
    #> TypeError memoryview: invalid slice key
    #> TypeError memoryview: invalid slice key
    #> TypeError memoryview: invalid slice key
    #> TypeError memoryview: invalid slice key
    #> TypeError cannot index 1-dimension view with 2-element tuple
    #> ValueError slice step cannot be zero
    #> TypeError slice indices must be integers or None or have an __index__ method
for source in (5, "a", None, [1], 1.5):
    told(lambda: memoryview(source))
    #> TypeError memoryview: a bytes-like object is required, not 'int'
    #> TypeError memoryview: a bytes-like object is required, not 'str'
    #> TypeError memoryview: a bytes-like object is required, not 'NoneType'
    #> TypeError memoryview: a bytes-like object is required, not 'list'
    #> TypeError memoryview: a bytes-like object is required, not 'float'
told(lambda: view.tobytes("X"))  #> ValueError order must be 'C', 'F' or 'A'
told(lambda: view.tobytes(5))  #> TypeError tobytes() argument 'order' must be str or None, not int
told(lambda: view + b"")  #> TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
told(lambda: view * 2)  #> TypeError unsupported operand type(s) for *: 'memoryview' and 'int'
told(lambda: view < view)
#> TypeError '<' not supported between instances of 'memoryview' and 'memoryview'
told(lambda: view.nothing)  #> AttributeError 'memoryview' object has no attribute 'nothing'
told(lambda: setattr(view, "format", "c"))
#> AttributeError attribute 'format' of 'memoryview' objects is not writable
told(lambda: memoryview.__getitem__(5, 1))
#> TypeError descriptor '__getitem__' requires a 'memoryview' object but received a 'int'
told(lambda: type("Sub", (memoryview,), {}))
#> TypeError type 'memoryview' is not an acceptable base type


class Wrong:
    def __index__(self):
        raise KeyError("x")


told(lambda: view[Wrong()])  #> KeyError 'x'
told(lambda: view[Wrong() :])  #> KeyError 'x'
