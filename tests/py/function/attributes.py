# Names, docs, annotations and own attributes of functions.
# needs: compiler.docstrings
def f(a: int, b: "text" = 1) -> float:
    "The doc."
f.tag = 5
print(f.__name__, f.__qualname__, f.__doc__, f.__annotations__, f.__module__, f.tag, f.__dict__, f.__defaults__)
#> f f The doc. {'a': <class 'int'>, 'b': 'text', 'return': <class 'float'>} __main__ 5 {'tag': 5} (1,)
class C:
    def method(self):
        def inner(): pass
        return inner
print(C.method.__qualname__, C().method().__qualname__, (lambda: 0).__name__)
#> C.method C.method.<locals>.inner <lambda>
f.__name__ = "g"
f.__doc__ = None
print(f.__name__, f.__doc__)  #> g None
del f.tag
try:
    f.tag
except AttributeError as error:
    print(error)  #> 'function' object has no attribute 'tag'
