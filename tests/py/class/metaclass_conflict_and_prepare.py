# Unrelated metaclasses conflict; __prepare__ supplies the namespace.
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
    #> metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
class M3(M1): pass
class D(A, metaclass=M3): pass
print(type(D).__name__)  #> M3
class Prepared(type):
    @classmethod
    def __prepare__(meta, name, bases): return {"given": name}
class E(metaclass=Prepared):
    seen = given
print(E.seen)  #> E
