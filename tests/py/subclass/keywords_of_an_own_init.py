# A subclass with an `__init__` of its own takes keywords that its base does not know.
def tell(work, *args, **named):
    try:
        print(work(*args, **named))
    except TypeError as error:
        print(error)


for base, value in (tuple, [1, 2]), (frozenset, [1]), (float, 2.5), (list, [1]), (set, [1]):

    class Named(base):
        def __init__(self, value, name=None):
            self.name = name

    class Bare(base):
        pass

    class Made(base):
        def __new__(cls, value, name=None):
            self = base.__new__(cls, value)
            self.name = name
            return self

        def __init__(self, value, name=None):
            base.__init__(self) if base in (list, set) else None

    print(Named(value, name=3).name, Made(value, name=4).name, base(Named(value, name=3)) == base(value))
    if base in (tuple, frozenset, float):
        tell(Bare, value, name=1)
        #> 3 4 True
        #> tuple() takes no keyword arguments
        #> 3 4 True
        #> frozenset() takes no keyword arguments
        #> 3 4 True
        #> float() takes no keyword arguments
        #> 3 4 False
        #> 3 4 False
