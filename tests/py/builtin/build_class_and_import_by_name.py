# __import__ and __build_class__ exist under their names.
print(__import__("math").floor(2.5), callable(__build_class__), __name__)  #> 2 True __main__
import builtins
print(builtins.len is len, builtins.__name__, sorted(n for n in ("abs", "print", "zip") if hasattr(builtins, n)))
#> True builtins ['abs', 'print', 'zip']
builtins.added = 5
print(added)  #> 5
