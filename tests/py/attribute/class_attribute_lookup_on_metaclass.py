# Attributes of a class come from its own order first, then from the metaclass.
class Meta(type):
    m = "meta"
    both = "meta both"
    @property
    def p(cls): return "property of " + cls.__name__
class A(metaclass=Meta):
    both = "class both"
print(A.m, A.both, A.p, hasattr(A(), "m"))  #> meta class both property of A False
A.m = "own"
print(A.m, Meta.m)  #> own meta
