# Types without a builtin name.
import types
def f(): yield
class C:
    def m(self): pass
print(type(f) is types.FunctionType is types.LambdaType, isinstance(f(), types.GeneratorType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType))
#> True True True True True
print(isinstance(f.__code__, types.CodeType), isinstance(C.__dict__, types.MappingProxyType), type(None) is types.NoneType, type(...) is types.EllipsisType, type(NotImplemented) is types.NotImplementedType)
#> True True True True True
print(isinstance(types, types.ModuleType), isinstance(list[int], types.GenericAlias), isinstance(int | str, types.UnionType), types.GenericAlias(list, (int,)))
#> True True True list[int]
try: 1 / 0
except ZeroDivisionError as error: print(isinstance(error.__traceback__, types.TracebackType), isinstance(error.__traceback__.tb_frame, types.FrameType))
#> True True
m = types.ModuleType("made", "doc"); m.x = 1; print(m.__name__, m.x, m.__doc__)  #> made 1 doc
bound = types.MethodType(lambda self, y: (self, y), 5); print(bound(6))  #> (5, 6)
proxy = types.MappingProxyType({"a": 1}); print(proxy["a"], dict(proxy), len(proxy))
#> 1 {'a': 1} 1
try: proxy["b"] = 2
except TypeError as error: print(error)  #> 'mappingproxy' object does not support item assignment
try: types.Nothing
except AttributeError as error: print(error)  #> module 'types' has no attribute 'Nothing'
