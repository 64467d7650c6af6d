# Builtin functions that run text, and weak references.
import _weakref
print("text", flush=True)
def with_locals():
    x = 1
    return locals(), eval("x + 1"), exec("y = 2"), dir(), vars()
with_locals(), globals(), compile("1 + 1", "f", "eval"), eval(compile("2", "f", "eval"))
__builtins__ if False else None
class C: pass
c = C()
r = _weakref.ref(c, lambda gone: None)
r(), r.__callback__, r.__eq__(r), r.__ne__(r), r.__hash__(), r.__repr__()
_weakref.getweakrefcount(c), _weakref.getweakrefs(c)
del c
r(), r.__repr__()
