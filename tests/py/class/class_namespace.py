# The class body is code: loops, conditions, names, and __dict__ afterwards.
class C:
    items = []
    for i in range(3):
        items.append(i)
    if len(items) > 2:
        big = True
    def f(self): return self.items
    del i
print(C.items, C.big, hasattr(C, "i"), C().f(), [k for k in C.__dict__ if not k.startswith("__")])
#> [0, 1, 2] True False [0, 1, 2] ['items', 'big', 'f']
class Annotated:
    x: int
    y: str = "d"
print(Annotated.__annotations__, hasattr(Annotated, "x"), Annotated.y)
#> {'x': <class 'int'>, 'y': <class 'str'>} False d
