# Lists, dicts, instances and closures that contain themselves are collectable.
import gc
class D:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
log = []
def make():
    a = [D("list")]
    a.append(a)
    b = {"d": D("dict")}
    b["self"] = b
    c = D("instance")
    c.me = c
    def f(): return f, d
    d = D("closure")
make()
gc.collect()
print(sorted(log))  #> ['closure', 'dict', 'instance', 'list']
