# type() with three arguments makes a class.
C = type("C", (), {"x": 5, "f": lambda self: self.x})
D = type("D", (C,), {"x": 6})
print(C().f(), D().f(), D.__mro__[1] is C, C.__name__, isinstance(D(), C), type(C))
#> 5 6 True C True <class 'type'>
for call in (lambda: type("X", 5, {}), lambda: type(1, 2), lambda: type("X", (5,), {}), lambda: type("X", (bool,), {}), lambda: type()):
    try:
        call()
    except TypeError as error:
        print(error)
        #> type.__new__() argument 2 must be tuple, not int
        #> type() takes 1 or 3 arguments
        #> metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
        #> type 'bool' is not an acceptable base type
        #> type() takes 1 or 3 arguments
