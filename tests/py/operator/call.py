# __call__ on instances, with all argument kinds; a class attribute is required.
class F:
    def __call__(self, *args, **kw): return (args, kw)
f = F()
print(f(), f(1, k=2), f(*[1], **{"z": 3}), callable(f), callable(object()), list(map(f, [1]))[0])
#> ((), {}) ((1,), {'k': 2}) ((1,), {'z': 3}) True False ((1,), {})
class G: pass
g = G()
g.__call__ = lambda: "instance"
try:
    g()
except TypeError as error:
    print(error)  #> 'G' object is not callable
class Chain:
    def __call__(self): return self
c = Chain()
print(c()()() is c)  #> True
