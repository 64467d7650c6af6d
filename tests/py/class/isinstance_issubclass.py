# Checks against classes, tuples, nested tuples; errors.
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(B(), (int, A)), isinstance(5, (str, (float, int))), isinstance(B, type), issubclass(B, (int, A)), issubclass(B, object), isinstance(None, type(None)), isinstance(True, int), issubclass(bool, int))
#> True True True True True True True True True
for call in (lambda: isinstance(5, 5), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: isinstance(5, (int, 5)) and isinstance("", (int, 5)), lambda: isinstance(5, "int")):
    try:
        call()
    except TypeError as error:
        print(error)
        #> isinstance() arg 2 must be a type, a tuple of types, or a union
        #> issubclass() arg 1 must be a class
        #> issubclass() arg 2 must be a class, a tuple of classes, or a union
        #> isinstance() arg 2 must be a type, a tuple of types, or a union
        #> isinstance() arg 2 must be a type, a tuple of types, or a union
print(isinstance(5, int | str), isinstance(None, int | None))  #> True True
