# __name__ of the main module and the module object itself.
import sys
print(__name__, sys.modules["__main__"].__name__, type(sys).__name__)  #> __main__ __main__ module
import modules.counted
m = modules.counted
print(m.__name__, sorted(n for n in vars(m) if not n.startswith("__")), repr(m).startswith("<module 'modules.counted' from "))
#> modules.counted ['runs'] True
try:
    m.nothing
except AttributeError as error:
    print(error)  #> module 'modules.counted' has no attribute 'nothing'
m.added = 5
del m.added
print(hasattr(m, "added"))  #> False
if __name__ == "__main__":
    print("main")  #> main
