# The other two singletons.
print(..., Ellipsis, NotImplemented, ... is Ellipsis, type(...), type(NotImplemented), [...][0] is ...)
#> Ellipsis Ellipsis NotImplemented True <class 'ellipsis'> <class 'NotImplementedType'> True
print(repr({"a": ...}), bool(...))  #> {'a': Ellipsis} True
class Unknown:
    def __eq__(self, other):
        return NotImplemented
print(Unknown() == 1, Unknown() != 1)  #> False True
