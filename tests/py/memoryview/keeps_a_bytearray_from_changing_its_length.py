# While there is a view of a bytearray, its length cannot change; what keeps the length still works.
import gc


def told(what, *args):
    try:
        what(*args)
        print("done", bytes(data))
    except Exception as error:
        print(type(error).__name__, error)


def all_refused():
    told(data.append, 1)
    told(data.clear)
    told(data.pop)
    told(data.pop, 0)
    told(data.remove, data[0])
    told(data.insert, 0, 1)
    told(data.extend, b"a")
    told(data.extend, [1])
    told(data.extend, memoryview(b"a"))
    told(data.__iadd__, b"a")
    told(data.__imul__, 2)
    told(data.__imul__, 0)
    told(data.__setitem__, slice(0, 1), b"aa")
    told(data.__setitem__, slice(0, 2), b"")
    told(data.__setitem__, slice(0, 2), [1])
    told(data.__delitem__, 0)
    told(data.__delitem__, slice(0, 2))
    told(data.__delitem__, slice(0, 4, 2))
    told(data.__init__, b"a")


data = bytearray(b"abcdef")
view = memoryview(data)
all_refused()
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
#> BufferError Existing exports of data: object cannot be re-sized
told(data.remove, 1)  #> ValueError value not found in bytearray
told(data.extend, b"")  #> done b'abcdef'
told(data.extend, [])  #> done b'abcdef'
told(data.__iadd__, b"")  #> done b'abcdef'
told(data.__imul__, 1)  #> done b'abcdef'
told(data.__setitem__, slice(0, 2), b"xy")  #> done b'xycdef'
told(data.__setitem__, slice(0, 4, 2), b"--")  #> done b'-y-def'
told(data.__delitem__, slice(3, 3))  #> done b'-y-def'
told(data.reverse)  #> done b'fed-y-'
print(view.tobytes())  #> b'fed-y-'
part = view[2:4]
view.release()
told(data.append, 33)  #> BufferError Existing exports of data: object cannot be re-sized
words = part.cast("H")
del part
told(data.append, 33)  #> BufferError Existing exports of data: object cannot be re-sized
del words, view
told(data.append, 33)  #> done b'fed-y-!'
view = memoryview(data)
with view:
    told(data.append, 33)  #> BufferError Existing exports of data: object cannot be re-sized
told(data.append, 33)  #> done b'fed-y-!!'
it = iter(memoryview(data))
next(it)
told(data.append, 33)  #> BufferError Existing exports of data: object cannot be re-sized
list(it)
told(data.append, 33)  #> done b'fed-y-!!!'
held = [memoryview(data)]
held.append(held)
told(data.append, 33)  #> BufferError Existing exports of data: object cannot be re-sized
del held
gc.collect()
told(data.append, 33)  #> done b'fed-y-!!!!'
empty = data = bytearray()
view = memoryview(empty)
told(empty.append, 1)  #> BufferError Existing exports of data: object cannot be re-sized
print(view.tobytes(), len(view))  #> b'' 0
view.release()
told(empty.append, 65)  #> done b'A'


class Tail(bytearray):
    pass


data = Tail(b"abc")
view = memoryview(data)
print(view.obj is data, view.readonly)  #> True False
told(data.append, 1)  #> BufferError Existing exports of data: object cannot be re-sized
del view
told(data.append, 33)  #> done b'abc!'
data = bytearray(b"abc")
views = [memoryview(data) for _ in range(100)]
views[0][0] = 65
print(views[99][0], {bytes(view) for view in views})  #> 65 {b'Abc'}
while views:
    told(data.append, 1) if len(views) % 50 == 0 else None
    #> BufferError Existing exports of data: object cannot be re-sized
    #> BufferError Existing exports of data: object cannot be re-sized
    views.pop()
told(data.append, 33)  #> done b'Abc!'
view = memoryview(data)
print(bytes(data + view), bytes(data * 2), bytes(data.upper()), bytes(data.copy()), data == view)
#> b'Abc!Abc!' b'Abc!Abc!' b'ABC!' b'Abc!' True
