# __del__ runs when the last reference goes.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = D("a")
b = a
del a
print("still there")  #> still there
b = None  #> del a
print("after b")  #> after b
D("temporary")  #> del temporary
print("after temporary")  #> after temporary
def f():
    local = D("local")
    print("in f")
f()
#> in f
#> del local
print("after f")  #> after f
items = [D("in list")]
items.clear()  #> del in list
print("after clear")  #> after clear
d = {"k": D("in dict")}
d["k"] = 1  #> del in dict
print("after overwrite")  #> after overwrite
