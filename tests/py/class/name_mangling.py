# Two leading underscores are mangled inside classes.
class A:
    __hidden = 1
    def __init__(self): self.__value = 2
    def get(self): return self.__value + self.__hidden
class B(A):
    def __init__(self):
        super().__init__()
        self.__value = 30
a, b = A(), B()
print(a.get(), b.get(), sorted(b.__dict__), A._A__hidden)  #> 3 3 ['_A__value', '_B__value'] 1
try:
    a.__value
except AttributeError as error:
    print(error)  #> 'A' object has no attribute '__value'
