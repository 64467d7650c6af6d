# Virtual subclasses.
from abc import ABC, ABCMeta
class Speaks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Speaks and any("speak" in base.__dict__ for base in other.__mro__): return True
        return NotImplemented
class Dog:
    def speak(self): return "wuff"
print(isinstance(Dog(), Speaks), issubclass(int, Speaks), issubclass(Dog, Speaks))
#> True False True
class Number(ABC): pass
class Sub(Number): pass
print(Number.register(int), isinstance(5, Number), isinstance(True, Number), isinstance("x", Number), issubclass(Sub, Number), isinstance(5, Sub))
#> <class 'int'> True True False True False
Sub.register(str)
print(isinstance("x", Number), issubclass(str, Sub), isinstance("x", (int, Sub)))  #> True True True
@Number.register
class Own: pass
print(issubclass(Own, Number), Own.__mro__ == (Own, object))  #> True True
for call in (lambda: Number.register(5), lambda: issubclass(5, Number), lambda: Sub.register(Number)):
    try: call()
    except (TypeError, RuntimeError) as error: print(type(error).__name__, error)
    #> TypeError Can only register classes
    #> TypeError issubclass() arg 1 must be a class
    #> RuntimeError Refusing to create an inheritance cycle
