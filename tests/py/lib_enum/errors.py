# What enumerations refuse.
from enum import Enum, unique, IntEnum, Flag, auto
class Color(Enum):
    RED = 1
    BLUE = 2
class Bad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return "nonsense" if value == 5 else None
def duplicate():
    class C(Enum):
        A = 1
        A = 2
def extend():
    class More(Color): GREEN = 3
def not_unique():
    @unique
    class C(Enum):
        A = 1
        B = 1
        C = 1
def sunder():
    class C(Enum):
        _x_ = 1
def two_types():
    class C(int, str, Enum): A = 1
def set_member(): Color.RED = 5
def delete_member(): del Color.RED
def set_value(): Color.RED.value = 5
for call in (lambda: Color(9), lambda: Color["NO"], lambda: Color.NO, duplicate, extend, not_unique, sunder, set_member, delete_member, set_value, lambda: Color.RED < Color.BLUE, lambda: Bad(3), lambda: Bad(5), lambda: Color("x"), lambda: Color.RED.nothing, lambda: Color.RED + 1):
    try:
        print(call())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
