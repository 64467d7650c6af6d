# differs: qualified names of methods that dataclasses adds
# python:  P.__init__
# here:    _simple_init.<locals>.__init__
# reason:  they are closures; a name of its own would cost each of them more than the function
# instead: __name__, and messages, name the class as CPython does
from dataclasses import dataclass
@dataclass
class P:
    x: int
print(P.__init__.__qualname__)
