# __del__ comes first, then the callbacks, newest first.
import weakref
class C:
    def __del__(self): print("del")
c = C()
refs = [weakref.ref(c, lambda ref, i=i: print("callback", i)) for i in range(3)]
c = None
#> del
#> callback 2
#> callback 1
#> callback 0
print([r() for r in refs])  #> [None, None, None]
