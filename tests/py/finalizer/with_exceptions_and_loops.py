# Objects die during unwinding and when loop variables are rebound.
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
def f():
    local = D("unwound")
    raise ValueError("v")
try:
    f()
except ValueError as error:
    print("handling", error)
    #> handling v
    #> del unwound
print("end")  #> end
