# A weak reference goes dead with its object; callbacks run once.
import weakref
class C: pass
c = C()
r = weakref.ref(c)
called = []
r2 = weakref.ref(c, lambda ref: called.append(ref is r2))
print(r() is c, r2() is c, weakref.ref(c) is r, called)  #> True True True []
c = None
print(r(), r2(), called)  #> None None [True]
