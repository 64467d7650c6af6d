# __class_getitem__ answers Class[...]; list[int] and friends are accepted.
class Box:
    def __class_getitem__(cls, item): return "%s of %s" % (cls.__name__, item)
print(Box[5], Box["a", 1])  #> Box of 5 Box of ('a', 1)
try:
    class Plain: pass
    Plain[int]
except TypeError as error:
    print(error)  #> type 'Plain' is not subscriptable
print(list[int], dict[str, int])  #> list[int] dict[str, int]
