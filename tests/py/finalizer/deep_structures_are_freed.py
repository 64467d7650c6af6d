# Freeing very deep structures needs no recursion.
a = []
for i in range(100000):
    a = [a]
a = None
t = ()
for i in range(100000):
    t = (t,)
t = None
d = {}
for i in range(50000):
    d = {"next": d}
d = None
class N: pass
n = None
for i in range(50000):
    m = N()
    m.next = n
    n = m
n = m = None
print("freed")  #> freed
