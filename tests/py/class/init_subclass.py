# __init_subclass__ runs for every subclass, with the class's keywords.
class Plugin:
    found = []
    def __init_subclass__(cls, label=None, **kw):
        super().__init_subclass__(**kw)
        cls.found.append((cls.__name__, label))
class A(Plugin): pass
class B(Plugin, label="b"): pass
class C(B, label="c"): pass
print(Plugin.found)  #> [('A', None), ('B', 'b'), ('C', 'c')]
try:
    class D(Plugin, nope=1): pass
except TypeError as error:
    print(error)  #> D.__init_subclass__() takes no keyword arguments
