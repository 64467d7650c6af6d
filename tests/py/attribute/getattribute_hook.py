# __getattribute__ sees every access; __getattr__ catches its AttributeError.
class C:
    x = 1
    def __getattribute__(self, name):
        log.append(name)
        if name == "bad":
            raise AttributeError("bad")
        return super().__getattribute__(name)
    def __getattr__(self, name): return "fallback " + name
    def method(self): return self.x
log = []
c = C()
print(c.x, c.method(), c.bad, c.missing, log)
#> 1 1 fallback bad fallback missing ['x', 'method', 'x', 'bad', 'missing']
