# Messages for attributes that are missing or cannot be set.
class C:
    a = 1
c = C()
for call in (lambda: c.nope, lambda: C.nope, lambda: (5).nope, lambda: [].nope, lambda: delattr(c, "a"), lambda: delattr(c, "zz"), lambda: setattr(5, "x", 1),
             lambda: setattr(object(), "x", 1), lambda: setattr(int, "x", 1), lambda: (lambda: 0).nope, lambda: None.nope, lambda: getattr(C, "zz"), lambda: C.a.b):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
        #> AttributeError 'C' object has no attribute 'nope'
        #> AttributeError type object 'C' has no attribute 'nope'
        #> AttributeError 'int' object has no attribute 'nope'
        #> AttributeError 'list' object has no attribute 'nope'
        #> AttributeError 'C' object has no attribute 'a'
        #> AttributeError 'C' object has no attribute 'zz'
        #> AttributeError 'int' object has no attribute 'x'
        #> AttributeError 'object' object has no attribute 'x'
        #> TypeError cannot set 'x' attribute of immutable type 'int'
        #> AttributeError 'function' object has no attribute 'nope'
        #> AttributeError 'NoneType' object has no attribute 'nope'
        #> AttributeError type object 'C' has no attribute 'zz'
        #> AttributeError 'int' object has no attribute 'b'
