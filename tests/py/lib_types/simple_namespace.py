# SimpleNamespace and classes made by calls.
from types import SimpleNamespace, new_class, prepare_class, resolve_bases
n = SimpleNamespace(a=1, b="x")
n.c = [2]; del n.a
print(n, n.b, n == SimpleNamespace(b="x", c=[2]), n != SimpleNamespace(), SimpleNamespace(), vars(n))
#> namespace(b='x', c=[2]) x True True namespace() {'b': 'x', 'c': [2]}
n.me = n; print(n)  #> namespace(b='x', c=[2], me=namespace(...))
class Sub(SimpleNamespace): pass
print(Sub(q=1))  #> Sub(q=1)
try: n.missing
except AttributeError as error: print("no attribute")  #> no attribute
def body(namespace): namespace["x"] = 5
C = new_class("C", (int,), {}, body)
print(C.x, C.__name__, C(3) + 1, prepare_class("D", (C,))[0] is type, resolve_bases((int, str)))
#> 5 C 4 True (<class 'int'>, <class 'str'>)
class Meta(type):
    def __new__(mcls, name, bases, ns, extra=0): ns["extra"] = extra; return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, extra=0): pass
D = new_class("D", (), {"metaclass": Meta, "extra": 7}); print(D.extra, type(D) is Meta)  #> 7 True
