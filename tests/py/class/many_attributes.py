# Instances with many attributes, added in different orders, deleted and added again.
class Bag: pass
a, b = Bag(), Bag()
for i in range(60):
    setattr(a, "f%d" % i, i)
for i in reversed(range(60)):
    setattr(b, "f%d" % i, i)
print(sum(getattr(a, "f%d" % i) for i in range(60)), a.f59, b.f0, a.__dict__ == b.__dict__, list(a.__dict__)[:2], list(b.__dict__)[:2])
#> 1770 59 0 True ['f0', 'f1'] ['f59', 'f58']
for i in range(0, 60, 2):
    delattr(a, "f%d" % i)
print(len(vars(a)), a.f1, hasattr(a, "f2"))  #> 30 1 False
a.f2 = "again"
print(a.f2, list(vars(a))[-1])  #> again f2
