# NotImplemented from both sides gives TypeError; a subclass's reflected method goes first.
class A:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
class B:
    def __radd__(self, o): return "B radd"
class Base:
    def __sub__(self, o): return "Base sub"
    def __rsub__(self, o): return "Base rsub"
class Derived(Base):
    def __rsub__(self, o): return "Derived rsub"
class Same(Base): pass
print(A() + B(), Base() - Derived(), Base() - Same(), Derived() - Base(), A() == A(), A() != 1)
#> B radd Derived rsub Base sub Base sub False True
for call in (lambda: A() + 1, lambda: A() < A(), lambda: A() + A(), lambda: B() + 1, lambda: A() - 1, lambda: 1 + A(), lambda: A() ** 2, lambda: A() @ 1):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unsupported operand type(s) for +: 'A' and 'int'
        #> '<' not supported between instances of 'A' and 'A'
        #> unsupported operand type(s) for +: 'A' and 'A'
        #> unsupported operand type(s) for +: 'B' and 'int'
        #> unsupported operand type(s) for -: 'A' and 'int'
        #> unsupported operand type(s) for +: 'int' and 'A'
        #> unsupported operand type(s) for ** or pow(): 'A' and 'int'
        #> unsupported operand type(s) for @: 'A' and 'int'
a = A()
try:
    a += 1
except TypeError as error:
    print(error)  #> unsupported operand type(s) for +=: 'A' and 'int'
