# property and type can be subclassed.
class cached(property):
    def __get__(self, obj, cls=None):
        print("computing")
        return super().__get__(obj, cls)
class C:
    @cached
    def p(self): return 5
print(C().p)
#> computing
#> 5
class Meta(type):
    def __repr__(cls): return "<meta %s>" % cls.__name__
class D(metaclass=Meta): pass
print(D, [D])  #> <meta D> [<meta D>]
