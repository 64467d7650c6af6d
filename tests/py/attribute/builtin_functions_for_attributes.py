# getattr, setattr, hasattr, delattr, vars.
class C: pass
c = C()
setattr(c, "odd name", 1)
setattr(c, "x", 2)
print(getattr(c, "odd name"), getattr(c, "nope", None), hasattr(c, "x"), vars(c))
#> 1 None True {'odd name': 1, 'x': 2}
delattr(c, "x")
print(hasattr(c, "x"), getattr("abc", "upper")(), hasattr(5, "real"), getattr(C, "__name__"))
#> False ABC True C
for call in (lambda: getattr(c, "gone"), lambda: getattr(c, 5), lambda: setattr(c, 5, 1), lambda: delattr(c, "gone"), lambda: hasattr(c, 5), lambda: vars(5), lambda: getattr(c)):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
        #> AttributeError 'C' object has no attribute 'gone'
        #> TypeError attribute name must be string, not 'int'
        #> TypeError attribute name must be string, not 'int'
        #> AttributeError 'C' object has no attribute 'gone'
        #> TypeError attribute name must be string, not 'int'
        #> TypeError vars() argument must have __dict__ attribute
        #> TypeError getattr expected at least 2 arguments, got 1
