# Instances, functions, classes and sets can be weakly referenced; ints, strings and lists cannot.
import weakref
class C: pass
def f(): pass
for value in (C(), f, C, {1}, frozenset()):
    print(type(weakref.ref(value)).__name__)
    #> ReferenceType
    #> ReferenceType
    #> ReferenceType
    #> ReferenceType
    #> ReferenceType
for value in (5, "s", [], (), {}, None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
        #> cannot create weak reference to 'int' object
        #> cannot create weak reference to 'str' object
        #> cannot create weak reference to 'list' object
        #> cannot create weak reference to 'tuple' object
        #> cannot create weak reference to 'dict' object
        #> cannot create weak reference to 'NoneType' object
class Slotted:
    __slots__ = ()
try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)  #> cannot create weak reference to 'Slotted' object
