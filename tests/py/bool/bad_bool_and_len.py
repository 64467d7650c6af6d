# __bool__ must return bool, __len__ a non-negative int.
class BadBool:
    def __bool__(self): return 1
class Negative:
    def __len__(self): return -1
class NotInt:
    def __len__(self): return "x"
class Raises:
    def __bool__(self): raise KeyError("inside")
for cls in (BadBool, Negative, NotInt, Raises):
    try:
        if cls():
            pass
    except Exception as error:
        print(type(error).__name__, error)
        #> TypeError __bool__ should return bool, returned int
        #> ValueError __len__() should return >= 0
        #> TypeError 'str' object cannot be interpreted as an integer
        #> KeyError 'inside'
