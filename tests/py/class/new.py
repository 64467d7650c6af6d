# __new__ makes the object; __init__ runs only for instances of the class.
class Single:
    instance = None
    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, x): self.x = x
a = Single(1)
b = Single(2)
print(a is b, a.x)  #> True 2
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Other())  #> 42
class Both:
    def __new__(cls, x, *, k=0):
        self = object.__new__(cls)
        self.made = x
        return self
    def __init__(self, x, *, k=0): self.k = k
o = Both(1, k=2)
print(o.made, o.k, object.__new__(Both).__class__.__name__)  #> 1 2 Both
try:
    object.__new__(5)
except TypeError as error:
    print(error)  #> object.__new__(X): X is not a type object (int)
