# __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __reversed__.
class Box:
    def __init__(self): self.d = {}
    def __len__(self): return len(self.d)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k == "magic" or k in self.d
    def __iter__(self): return iter(self.d)
    def __reversed__(self): return "reversed!"
b = Box()
b["a"] = 1
b["b"] = 2
b["a"] += 10
del b["b"]
print(len(b), b["a"], "magic" in b, "zz" in b, "zz" not in b, list(b), reversed(b), bool(b))
#> 1 11 True False True ['a'] reversed! True
class Empty: pass
e = Empty()
def setitem(): e[0] = 1
def delitem(): del e[0]
for call in (lambda: e[0], setitem, delitem, lambda: len(e), lambda: 1 in e, lambda: iter(e), lambda: reversed(e), lambda: [*e]):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'Empty' object is not subscriptable
        #> 'Empty' object does not support item assignment
        #> 'Empty' object doesn't support item deletion
        #> object of type 'Empty' has no len()
        #> argument of type 'Empty' is not iterable
        #> 'Empty' object is not iterable
        #> 'Empty' object is not reversible
        #> Value after * must be an iterable, not Empty
