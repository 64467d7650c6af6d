# The context manager protocol on the good path and with an exception.
class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow
with M("a") as x:
    print("body", x)
    #> enter a
    #> body A
    #> exit a None None False
with M("b", swallow=True):
    raise ValueError("swallowed")
    #> enter b
    #> exit b ValueError swallowed True
try:
    with M("c"):
        raise KeyError("not swallowed")
except KeyError as error:
    print("caught", error)
    #> enter c
    #> exit c KeyError 'not swallowed' True
    #> caught 'not swallowed'
