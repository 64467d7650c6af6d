# dir() of instances and classes is sorted and includes inherited names.
class A:
    base = 1
class B(A):
    def method(self): pass
b = B()
b.own = 1
print([n for n in dir(b) if not n.startswith("__")], [n for n in dir(B) if not n.startswith("__")], "__init__" in dir(b))
#> ['base', 'method', 'own'] ['base', 'method'] True
class Custom:
    def __dir__(self): return ["z", "a"]
print(dir(Custom()))  #> ['a', 'z']
