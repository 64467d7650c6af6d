# Weak sets, weak methods, finalize.
from weakref import WeakSet, WeakMethod, finalize, ref, getweakrefcount, getweakrefs, ReferenceType
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return "m%d" % self.n
a, b = C(1), C(2)
s = WeakSet([a, b]); print(len(s), a in s, C(1) in s, 5 in s); b = None; print(len(s), [c.n for c in s])
#> 2 True False False
#> 1 [1]
s.add(a); s.discard(C(9)); print(len(s), (s | [a]) == s, [c.n for c in s.copy()]); s.remove(a); print(len(s))
#> 1 True [1]
#> 0
try: s.remove(a)
except KeyError: print('not in it')  #> not in it
w = WeakMethod(a.m); print(w()(), w() == a.m, w == WeakMethod(a.m), ref(a)() is a, isinstance(ref(a), ReferenceType))
#> m1 True True True True
print(getweakrefcount(a) >= 1, len(getweakrefs(a)) >= 1)  #> True True
f = finalize(a, print, "a has died", sep="!"); print(f.alive, f.peek()[1] is print); a = None
#> True True
#> a has died
try: WeakMethod(5)
except TypeError as e: print(e)  #> argument should be a bound method, not <class 'int'>
