# __set_name__ tells a descriptor its owner and name.
class Field:
    def __set_name__(self, owner, name): self.name, self.owner = name, owner.__name__
    def __get__(self, obj, cls): return self if obj is None else obj.__dict__.get(self.name, "unset %s.%s" % (self.owner, self.name))
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class Row:
    a = Field()
    b = Field()
r = Row()
r.a = 5
print(r.a, r.b, Row.a.name, r.__dict__)  #> 10 unset Row.b a {'a': 10}
