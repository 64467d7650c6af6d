# type() of everything.
class C: pass
for value in (1, 2**70, 1.5, True, "s", b"b", None, [], (), {}, set(), frozenset(), range(1), slice(1), print, len, C, C(), C().__init__, (lambda: 0), (x for x in ()), ..., NotImplemented, ValueError(), ValueError, object(), iter([]), {}.keys(), bytearray(), type, enumerate(()), zip(), map(str, ()), filter(None, ()), reversed([]), property(), staticmethod(len), classmethod(len), super(C, C())):
    print(type(value).__name__, end=" ")
    #> int int float bool str bytes NoneType list tuple dict set frozenset range slice builtin_function_or_method builtin_function_or_method type C method-wrapper function generator ellipsis NotImplementedType ValueError type object list_iterator dict_keys bytearray type enumerate zip map filter list_reverseiterator property staticmethod classmethod super
print()
print(type(1) is int, type(True) is int, type(C()) is C, type(C) is type, type(None)(), type("")("x"), type(1)("5"))
#> True False True True None x 5
