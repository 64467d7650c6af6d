# Calling what cannot be called.
class C: pass
for value in (5, "s", None, [], {}, C(), 1.5, (1,)):
    try:
        value()
    except TypeError as error:
        print(error)
        #> 'int' object is not callable
        #> 'str' object is not callable
        #> 'NoneType' object is not callable
        #> 'list' object is not callable
        #> 'dict' object is not callable
        #> 'C' object is not callable
        #> 'float' object is not callable
        #> 'tuple' object is not callable
