# __class__ inside methods names the class.
class A:
    def name(self): return __class__.__name__
class B(A): pass
print(B().name(), B().__class__.__name__)  #> A B
