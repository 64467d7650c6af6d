# `__slots__` may be any sequence of names.
class Names(tuple):
    pass


class A:
    __slots__ = Names(("a", "b"))


a = A()
a.a = 1
print(a.a, A.b, hasattr(a, "__dict__"))  #> 1 <member 'b' of 'A' objects> False
