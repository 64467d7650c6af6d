# Abstract classes make no instances.
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): return 0
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return "%s of %s" % (self.name, self.area())
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2 + super().area()
    name = "square"
class Half(Shape):
    name = "half"
print(Square(3).describe(), sorted(Shape.__abstractmethods__), Half.__abstractmethods__, Square.__abstractmethods__, isinstance(Square(1), Shape), type(Shape) is ABCMeta)
#> square of 9 ['area', 'name'] frozenset({'area'}) frozenset() True True
class Static(ABC):
    @staticmethod
    @abstractmethod
    def s(): pass
    @classmethod
    @abstractmethod
    def c(cls): pass
for cls in (Shape, Half, Static):
    try: cls()
    except TypeError as error: print(error)
    #> Can't instantiate abstract class Shape with abstract methods area, name
    #> Can't instantiate abstract class Half with abstract method area
    #> Can't instantiate abstract class Static with abstract methods c, s
class Meta(metaclass=ABCMeta):
    @abstractmethod
    def only(self): pass
class Done(Meta):
    def only(self): return "done"
print(Done().only(), Meta.only.__isabstractmethod__)  #> done True
Half.area = lambda self: 1
try: Half()
except TypeError as error: print(error)
#> Can't instantiate abstract class Half with abstract method area
