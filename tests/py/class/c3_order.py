# Method resolution order of diamonds and deeper lattices.
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
for cls in (C, D, E):
    print([c.__name__ for c in cls.__mro__])
    #> ['C', 'A', 'B', 'O', 'object']
    #> ['D', 'B', 'O', 'object']
    #> ['E', 'C', 'A', 'D', 'B', 'O', 'object']
class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as error:
    print(error)
    #> Cannot create a consistent method resolution
    #> order (MRO) for bases X, Y
try:
    class W(A, A): pass
except TypeError as error:
    print(error)  #> duplicate base class A
print([c.__name__ for c in E.mro()])  #> ['E', 'C', 'A', 'D', 'B', 'O', 'object']
