# Data descriptors beat the instance dict, non-data descriptors do not.
class Data:
    def __get__(self, obj, cls): return ("data", obj is not None, cls.__name__)
    def __set__(self, obj, value): log.append(("set", value))
    def __delete__(self, obj): log.append("delete")
class NonData:
    def __get__(self, obj, cls): return ("nondata", obj is not None)
class C:
    d = Data()
    n = NonData()
log = []
c = C()
c.__dict__["d"] = "hidden"
print(c.d, C.d, c.n, C.n)
#> ('data', True, 'C') ('data', False, 'C') ('nondata', True) ('nondata', False)
c.d = 5
c.n = "own"
del c.d
print(c.n, log, c.__dict__)  #> own [('set', 5), 'delete'] {'d': 'hidden', 'n': 'own'}
class ReadOnly:
    def __get__(self, obj, cls): return 1
    def __set__(self, obj, value): raise AttributeError("read only")
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["s"] = value
class D:
    r = ReadOnly()
    s = SetOnly()
d = D()
d.s = 9
print(d.r, d.s)  #> 1 9
try:
    d.r = 2
except AttributeError as error:
    print(error)  #> read only
try:
    del d.r
except AttributeError as error:
    print(error)  #> __delete__
