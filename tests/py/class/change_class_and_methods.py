# __class__ can be assigned; methods can be added to classes and instances.
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
x = A()
x.__class__ = B
print(x.who(), type(x).__name__, isinstance(x, A))  #> B B False
B.added = lambda self, n: n + 1
x.own = lambda n: n * 2
print(x.added(1), x.own(4))  #> 2 8
A.who = lambda self: "patched"
print(A().who())  #> patched
try:
    x.__class__ = int
except TypeError as error:
    print(error)  #> __class__ assignment only supported for mutable types or ModuleType subclasses
