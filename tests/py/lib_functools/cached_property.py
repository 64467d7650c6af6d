# cached_property computes once for each instance.
from functools import cached_property
class C:
    def __init__(self, n): self.n = n
    @cached_property
    def double(self):
        print("computing")
        return self.n * 2
c = C(4)
print(c.double, c.double)
#> computing
#> 8 8
print(sorted(vars(c).items()))  #> [('double', 8), ('n', 4)]
del c.double
c.n = 5
print(c.double)
#> computing
#> 10
c.double = 1
print(c.double, type(C.double).__name__, C.double.attrname)  #> 1 cached_property double
class S:
    __slots__ = ("n",)
    @cached_property
    def x(self): return 1
try:
    S().x
except TypeError as error:
    print(error)  #> No '__dict__' attribute on 'S' instance to cache 'x' property.
class Late: pass
Late.x = cached_property(lambda self: 1)
try:
    Late().x
except TypeError as error:
    print(error)  #> Cannot use cached_property instance without calling __set_name__ on it.
try:
    class Twice:
        a = cached_property(lambda self: 1)
        b = a
except (TypeError, RuntimeError) as error:
    print(type(error).__name__)  #> RuntimeError
