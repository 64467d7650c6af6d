# __getattr__ is asked only for what is not found.
class C:
    real = 1
    def __init__(self): self.own = 2
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("refused " + name)
        return "made " + name
c = C()
print(c.real, c.own, c.other, c.x.upper(), hasattr(c, "nope"), hasattr(c, "yes"), getattr(c, "none", "default"))
#> 1 2 made other MADE X False True default
try:
    c.nothing
except AttributeError as error:
    print(error)  #> refused nothing
