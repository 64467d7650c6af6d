# In-place assignment evaluates its target once.
log = []
class Box:
    def __init__(self): self.v = 1
    def __getitem__(self, k): log.append("get"); return self.v
    def __setitem__(self, k, v): log.append("set"); self.v = v
box = Box()
def which():
    log.append("which")
    return box
def key():
    log.append("key")
    return 0
which()[key()] += 5
which().v *= 2
print(box.v, log)  #> 12 ['which', 'key', 'get', 'set', 'which']
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)  #> 'tuple' object does not support item assignment ([1, 2],)
d = {"n": 1}
d["n"] += 1; d["n"] <<= 3
print(d)  #> {'n': 16}
x = "a"
x += "b" * 2
print(x)  #> abb
