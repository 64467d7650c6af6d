# Default repr of classes, functions and methods (addresses cut off).
class C:
    def m(self): pass
    class Inner: pass
def f(): pass
def cut(x): return repr(x).split(" at 0x")[0]
print(C, C.Inner, cut(C()), cut(C().m), cut(C.m), cut(f), int, type, len, [].append.__name__, cut(C.Inner()))
#> <class '__main__.C'> <class '__main__.C.Inner'> <__main__.C object <bound method C.m of <__main__.C object <function C.m <function f <class 'int'> <class 'type'> <built-in function len> append <__main__.C.Inner object
print(type(C), type(f), type(C().m), type(len), type(None), type(...), type(type), type(1), type([].append), type(range(3)))
#> <class 'type'> <class 'function'> <class 'method'> <class 'builtin_function_or_method'> <class 'NoneType'> <class 'ellipsis'> <class 'type'> <class 'int'> <class 'builtin_function_or_method'> <class 'range'>
