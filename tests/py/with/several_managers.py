# Several managers are entered in order and left in reverse.
class M:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, *details):
        print("exit", self.name)
with M("a") as a, M("b") as b, M("c"):
    print(a.name, b.name)
    #> enter a
    #> enter b
    #> enter c
    #> a b
    #> exit c
    #> exit b
    #> exit a
with (M("d"), M("e") as e,):
    print(e.name)
    #> enter d
    #> enter e
    #> e
    #> exit e
    #> exit d
try:
    with M("f"), M("g").missing:
        pass
except AttributeError as error:
    print(error)
    #> enter f
    #> exit f
    #> 'M' object has no attribute 'missing'
