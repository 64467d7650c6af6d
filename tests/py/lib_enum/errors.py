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
for call in (lambda: Color(9), lambda: Color["NO"], lambda: Color.NO, duplicate, extend, not_unique, sunder, set_member, delete_member, lambda: Color.RED < Color.BLUE, lambda: Bad(3), lambda: Bad(5), lambda: Color("x"), lambda: Color.RED.nothing, lambda: Color.RED + 1):
    try:
        print(call())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError 9 is not a valid Color
        #> KeyError 'NO'
        #> AttributeError NO
        #> TypeError 'A' already defined as 1
        #> TypeError <enum 'More'> cannot extend <enum 'Color'>
        #> ValueError duplicate values found in <enum 'C'>: B -> A, C -> A
        #> ValueError _sunder_ names, such as '_x_', are reserved for future Enum use
        #> AttributeError cannot reassign member 'RED'
        #> AttributeError 'Color' cannot delete member 'RED'.
        #> TypeError '<' not supported between instances of 'Color' and 'Color'
        #> ValueError 3 is not a valid Bad
        #> TypeError error in Bad._missing_: returned 'nonsense' instead of None or a valid member
        #> ValueError 'x' is not a valid Color
        #> AttributeError 'Color' object has no attribute 'nothing'
        #> TypeError unsupported operand type(s) for +: 'Color' and 'int'
