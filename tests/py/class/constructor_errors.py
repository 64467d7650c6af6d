# Wrong arguments to classes.
class Empty: pass
class One:
    def __init__(self, x): pass
class Returns:
    def __init__(self): return 5
class Method:
    def m(self, a): pass
    def none(): pass
for call in (lambda: Empty(1), lambda: Empty(x=1), lambda: One(), lambda: One(1, 2), lambda: One(y=1), lambda: Returns(), lambda: Method().m(), lambda: Method().m(1, 2),
             lambda: Method().none(), lambda: Method.m(), lambda: object(1), lambda: Method.m(1)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> Empty() takes no arguments
        #> Empty() takes no arguments
        #> One.__init__() missing 1 required positional argument: 'x'
        #> One.__init__() takes 2 positional arguments but 3 were given
        #> One.__init__() got an unexpected keyword argument 'y'
        #> __init__() should return None, not 'int'
        #> Method.m() missing 1 required positional argument: 'a'
        #> Method.m() takes 2 positional arguments but 3 were given
        #> Method.none() takes 0 positional arguments but 1 was given
        #> Method.m() missing 2 required positional arguments: 'self' and 'a'
        #> object() takes no arguments
        #> Method.m() missing 1 required positional argument: 'a'
