# Views are equal to bytes and to one another when their items are; those of bytes have the hash of bytes.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abca")
view = memoryview(data)
print(view == b"abca", b"abca" == view, view == data, data == view, view == memoryview(b"abca"), view == b"abc", view != b"abca")
#> True True True True True False False
print(view == "abca", view == 5, view == None, view == [97], view[:1] == view[3:], view[::2] == b"ac", b"ac" == view[::2])
#> False False False False True True True
print(data < memoryview(b"b"), memoryview(b"b") > data, data >= view, memoryview(b"b") <= data)
#> True True True False
told(lambda: b"a" < view)
#> TypeError '<' not supported between instances of 'bytes' and 'memoryview'
told(lambda: view < b"a")
#> TypeError '<' not supported between instances of 'memoryview' and 'bytes'
print([view] == [b"abca"], (b"abca", 1) == (view, 1), b"abca" in [view], [b"x", view].index(b"abca"))
#> True True True 1
print(view.cast("b") == view, memoryview(b"\x80").cast("b") == b"\x80", view.cast("c") == view, view.cast("c") == view.cast("c"))
#> True False False True
shorts = view.cast("H")
print(shorts == view.cast("H"), shorts == view, shorts[:1] == shorts[1:], memoryview(bytes(4)).cast("H") == bytes(2))
#> True False False True
doubles = memoryview(bytearray(8)).cast("d")
doubles[0] = -0.0
print(doubles == memoryview(bytes(8)).cast("d"), doubles == memoryview(bytes(8)).cast("Q")[:1], doubles == bytes(1))
#> True True True
doubles[0] = float("nan")
print(doubles == doubles, doubles != doubles)  #> False True
print(memoryview(b"\x02").cast("?") == b"\x01")  #> True
steady = memoryview(b"abca")
print(hash(steady) == hash(b"abca"), hash(steady[::2]) == hash(b"ac"), hash(steady.cast("c")) == hash(b"abca"), hash(steady[1:1]) == hash(b""))
#> True True True True
print({b"abca": 1}[steady], {steady: 2}[b"abca"], steady in {b"abca"}, len({steady, b"abca", memoryview(b"abca")}))
#> 1 2 True 1
told(lambda: hash(view))  #> ValueError cannot hash writable memoryview object
told(lambda: hash(view.toreadonly()))  #> TypeError unhashable type: 'bytearray'
told(lambda: hash(steady.cast("H")))
#> ValueError memoryview: hashing is restricted to formats 'B', 'b' or 'c'
told(lambda: {view: 1})  #> ValueError cannot hash writable memoryview object
steady.release()
print(hash(steady) == hash(b"abca"), steady == steady, steady == b"abca", steady == memoryview(b"abca"), b"abca" == steady)
#> True True False False False
other = memoryview(b"x")
other.release()
told(lambda: hash(other))  #> ValueError operation forbidden on released memoryview object
print(other == steady, other != steady)  #> False True
