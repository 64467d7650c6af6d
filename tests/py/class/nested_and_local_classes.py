# Classes in classes and in functions.
class Outer:
    class Inner:
        def f(self): return "inner"
    def make(self): return self.Inner()
def local(n):
    class Local:
        value = n
        def get(self): return self.value + n
    return Local
print(Outer.Inner().f(), Outer().make().f(), Outer.Inner.__qualname__, local(3)().get(), local(1) is local(1), local(1).__qualname__)
#> inner inner Outer.Inner 6 False local.<locals>.Local
