# Right side first, then targets from left to right.
log = []
class T:
    def __init__(self, name): self.name = name
    def __setattr__(self, k, v):
        if k != "name": log.append((self.name, k, v))
        object.__setattr__(self, k, v)
def make(name):
    log.append("make " + name)
    return T(name)
def value():
    log.append("value")
    return 1
make("a").x = make("b").y = value()
print(log)  #> ['value', 'make a', ('a', 'x', 1), 'make b', ('b', 'y', 1)]
