# Descriptors, functions, methods, code, cells, classes and what they tell of themselves.
def f(a, b=1, *c, d=2, **e):
    "doc"
    return lambda: a
k = f.__code__
k.__repr__(), k.co_argcount, k.co_cellvars, k.co_consts, k.co_firstlineno, k.co_flags, k.co_kwonlyargcount, k.co_nlocals
k.co_posonlyargcount, k.co_qualname, k.co_stacksize, k.co_varnames, k.co_name, k.co_filename, k.co_freevars
cell = f(1).__closure__[0]
cell.__repr__(), cell.cell_contents, type(cell).__new__(type(cell), 3), type(cell)()
class C:
    __slots__ = ("s", "t")
    @property
    def p(self): return 1
    @p.setter
    def p(self, value): pass
    @p.deleter
    def p(self): pass
    @staticmethod
    def st(): return 1
    @classmethod
    def cl(cls): return cls
    def m(self): return 1
x = C()
p = C.__dict__["p"]
p.fget, p.fset, p.fdel, p.getter(len), p.__get__(x), p.__set__(x, 1), p.__delete__(x), p.__doc__
st, cl, s = C.__dict__["st"], C.__dict__["cl"], C.__dict__["s"]
st.__get__(x)(), st(), st.__call__(), st.__wrapped__, st.__dict__, st.__func__, st.__repr__()
cl.__get__(x)(), cl.__func__, cl.__wrapped__, cl.__dict__, cl.__repr__()
s.__set__(x, 1), s.__get__(x), s.__delete__(x), s.__name__, s.__objclass__, s.__repr__()
m = x.m
m.__call__(), m.__doc__, m.__eq__(x.m), m.__get__(x), m.__hash__(), m.__module__, m.__func__, m.__self__, m.__repr__()
n = [].append
n.__call__(1), n.__doc__, n.__eq__(n), n.__hash__(), n.__self__, n.__qualname__, n.__name__, n.__repr__()
n.__text_signature__, n.__module__
for native in (len, list.append, list.__len__, [].__len__, int.real):
    native.__doc__, native.__name__, native.__qualname__, native.__repr__(), native.__hash__(), native.__eq__(len)
    for name in ("__objclass__", "__self__", "__text_signature__", "__get__", "__call__"):
        getattr(native, name, None)
list.append.__get__([])(1), list.append.__objclass__
class D(C):
    def m(self):
        u = super()
        return u.__self__, u.__self_class__, u.__thisclass__, super.__repr__(u), u.__get__(self), u.m()
D().m(), super(D, D()).m()
super(D).__get__(D())
type.__dir__(C), type.__ror__(int, str), type.__subclasscheck__(C, D), type.__instancecheck__(C, x), C.__subclasses__()
type.__or__(int, str), C.mro(), C.__prepare__() if hasattr(C, "__prepare__") else 0
o = object()
o.__dir__(), o.__eq__(o), o.__ge__(o), o.__hash__(), o.__sizeof__(), o.__ne__(o), o.__lt__(o), o.__le__(o), o.__gt__(o)
o.__repr__(), o.__str__(), o.__format__(""), o.__init__(), object.__init_subclass__(), object.__subclasshook__(int)
for call in (o.__reduce__, lambda: o.__reduce_ex__(2)):
    try:
        call()
    except TypeError:
        pass
