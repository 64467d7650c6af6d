# A proxy that forwards everything.
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(object.__getattribute__(self, "_t"), name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
class T:
    def __init__(self): self.n = 1
    def up(self): self.n += 1; return self.n
t = T()
p = Proxy(t)
p.n = 10
print(p.n, t.n, p.up(), t.n, hasattr(p, "zz"))  #> 10 10 11 11 False
