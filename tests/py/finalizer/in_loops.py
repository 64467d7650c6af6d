# Objects die when a loop rebinds their name.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
for name in "ab":
    x = D(name)
    print("made", name)
    #> made a
    #> del a
    #> made b
x = None  #> del b
print("end")  #> end
