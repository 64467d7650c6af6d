# property with getter, setter, deleter and doc.
# needs: compiler.docstrings
class Celsius:
    def __init__(self): self._t = 0
    @property
    def t(self):
        "Temperature."
        return self._t
    @t.setter
    def t(self, value):
        if value < -273: raise ValueError("too cold")
        self._t = value
    @t.deleter
    def t(self): self._t = None
    read = property(lambda self: "r")
c = Celsius()
c.t = 20
c.t += 5
print(c.t, Celsius.t.__doc__, Celsius.read.fget(c), type(Celsius.t))
#> 25 Temperature. r <class 'property'>
del c.t
print(c.t)  #> None
def set_read(): c.read = 1
def del_read(): del c.read
def cold(): c.t = -300
for call in (set_read, del_read, cold):
    try:
        call()
    except (AttributeError, ValueError) as error:
        print(error)
        #> property 'read' of 'Celsius' object has no setter
        #> property 'read' of 'Celsius' object has no deleter
        #> too cold
