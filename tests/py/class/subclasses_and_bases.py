# __subclasses__, __bases__, __mro__, __subclasshook__ not needed.
class A: pass
class B(A): pass
class C(A): pass
print([c.__name__ for c in A.__subclasses__()], C.__bases__[0].__name__, object.__bases__, A.__dict__.get("missing"), type.__mro__)
#> ['B', 'C'] A () None (<class 'type'>, <class 'object'>)
