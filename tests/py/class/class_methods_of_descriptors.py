# A class method binds what it wraps: a property, or a descriptor.
class Bound:
    def __init__(self, work):
        self.work = work

    def __get__(self, instance, owner):
        return lambda: (self.work.__name__, instance.__name__, owner.__name__)


class A:
    _size = 5

    @classmethod
    @property
    def size(cls):
        return cls._size

    @classmethod
    @Bound
    def named(cls):
        pass


class B(A):
    _size = 6


print(A.size, A().size, B.size, B().size)  #> 5 5 6 6
print(A.named(), B().named())  #> ('named', 'A', 'A') ('named', 'B', 'B')
