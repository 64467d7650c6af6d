# A metaclass is asked before an instance is made, every time; a class that becomes abstract makes none.
from collections import namedtuple
import abc


class Late(namedtuple("Late", "x"), metaclass=abc.ABCMeta):
    pass


class Plain(metaclass=abc.ABCMeta):
    def __init__(self, x):
        self.x = x


def make(cls):
    try:
        return cls(1).x
    except TypeError as error:
        return error


for cls in (Late, Plain):
    print(make(cls), make(cls))
    cls.f = abc.abstractmethod(lambda self: 1)
    print(make(cls), make(cls))
    abc.update_abstractmethods(cls)
    print(make(cls), make(cls))
    cls.f = None
    abc.update_abstractmethods(cls)
    print(make(cls), make(cls))
    #> 1 1
    #> 1 1
    #> 1 1
    #> 1 1
    #> 1 1
    #> 1 1
    #> Can't instantiate abstract class Plain with abstract method f Can't instantiate abstract class Plain with abstract method f
    #> 1 1


class Meta(type):
    def __call__(cls, *args):
        return "asked", type.__call__(cls, *args), super(Meta, cls).__call__(*args)


class Row(namedtuple("Row", "x y"), metaclass=Meta):
    pass


class Own(metaclass=Meta):
    def __init__(self, a, b=2):
        self.a = a

    def __repr__(self):
        return "own"


for turn in range(3):
    print(Row(turn, 2), Own(turn), Own(turn, 3))
    #> ('asked', Row(x=0, y=2), Row(x=0, y=2)) ('asked', own, own) ('asked', own, own)
    #> ('asked', Row(x=1, y=2), Row(x=1, y=2)) ('asked', own, own) ('asked', own, own)
    #> ('asked', Row(x=2, y=2), Row(x=2, y=2)) ('asked', own, own) ('asked', own, own)
