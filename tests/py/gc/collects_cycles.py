# A cycle is freed by gc.collect, which says how many objects it found; in which order they hear of it is open.
import gc
gone = set()
class Node:
    def __del__(self): gone.add(self.name)
def make():
    a, b = Node(), Node()
    a.name, b.name = "a", "b"
    a.other, b.other = b, a
gc.collect()
gc.disable()
make()
print("made")  #> made
print(gc.collect() >= 2)  #> True
print(sorted(gone))  #> ['a', 'b']
gc.enable()
print(gc.isenabled(), gc.collect() >= 0)  #> True True
