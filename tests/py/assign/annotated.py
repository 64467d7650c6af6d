# Annotated assignments store the annotation and, if given, the value.
x: int = 5
y: "later"
def f():
    z: undefined_name_is_fine = 1
    return z
print(x, __annotations__, f(), "y" in globals())  #> 5 {'x': <class 'int'>, 'y': 'later'} 1 False
class C:
    a: int = 1
    b: list[int]
c = C()
c.value: int = 3
(w): int = 4
print(C.__annotations__, c.value, w, "w" in __annotations__)
#> {'a': <class 'int'>, 'b': list[int]} 3 4 False
