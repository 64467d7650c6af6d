# A cycle is freed by gc.collect, which says how many objects it found.
import gc
class Node:
    def __del__(self): print("del", self.name)
def make():
    a, b = Node(), Node()
    a.name, b.name = "a", "b"
    a.other, b.other = b, a
gc.collect()
gc.disable()
make()
print("made")  #> made
print(gc.collect() >= 2)
#> del a
#> del b
#> True
gc.enable()
print(gc.isenabled(), gc.collect() >= 0)  #> True True
