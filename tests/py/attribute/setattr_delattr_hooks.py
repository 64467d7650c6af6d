# __setattr__ and __delattr__ see every write and delete.
class C:
    def __setattr__(self, name, value):
        log.append(("set", name, value))
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        log.append(("del", name))
        super().__delattr__(name)
log = []
c = C()
c.a = 1
c.a += 1
setattr(c, "b", 3)
del c.b
print(c.a, log)  #> 2 [('set', 'a', 1), ('set', 'a', 2), ('set', 'b', 3), ('del', 'b')]
try:
    del c.zz
except AttributeError as error:
    print(error)  #> 'C' object has no attribute 'zz'
class Frozen:
    def __setattr__(self, name, value): raise TypeError("frozen " + name)
try:
    Frozen().x = 1
except TypeError as error:
    print(error)  #> frozen x
