# super() follows the order of the instance's class, not of the defining one.
class Base:
    def hello(self): return ["Base"]
class Left(Base):
    def hello(self): return ["Left"] + super().hello()
class Right(Base):
    def hello(self): return ["Right"] + super().hello()
class Both(Left, Right):
    def hello(self): return ["Both"] + super().hello()
print(Both().hello(), Left().hello(), super(Left, Both()).hello(), super(Right, Both()).hello())
#> ['Both', 'Left', 'Right', 'Base'] ['Left', 'Base'] ['Right', 'Base'] ['Base']
class Init(Left):
    def __init__(self, **kw):
        self.kw = kw
        super().__init__()
print(Init(a=1).kw)  #> {'a': 1}
