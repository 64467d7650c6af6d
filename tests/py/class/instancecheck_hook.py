# __instancecheck__ and __subclasscheck__ of a metaclass decide.
class Meta(type):
    def __instancecheck__(cls, obj): return obj == 5
    def __subclasscheck__(cls, sub): return sub is str
class Five(metaclass=Meta): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(str, Five), issubclass(int, Five), isinstance(Five(), Five))
#> True False True False True
