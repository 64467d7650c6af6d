# singledispatch chooses by the type of the first argument.
from functools import singledispatch, singledispatchmethod
from collections.abc import Sequence, Sized
@singledispatch
def show(x, *rest):
    return "object"
@show.register(int)
def _(x, *rest):
    return "int" + str(rest)
@show.register
def _(x: str):
    return "str"
@show.register(list)
@show.register(tuple)
def rows(x):
    return "rows"
show.register(float, lambda x: "float")
print(show(1), show(True, 2), show("a"), show([]), show(()), show(1.5), show(None), show({}))
#> int() int(2,) str rows rows float object object
print(show.dispatch(bool)(1), show.__name__, sorted(t.__name__ for t in show.registry), rows([1]))
#> int() show ['float', 'int', 'list', 'object', 'str', 'tuple'] rows
@singledispatch
def by_abc(x): return "any"
by_abc.register(Sized, lambda x: "sized")
by_abc.register(Sequence, lambda x: "sequence")
print(by_abc({}), by_abc([]), by_abc(5))  #> sized sequence any
@show.register
def _(x: bytes | bytearray):
    return "bytes"
print(show(b""), show(bytearray()))  #> bytes bytes
class C:
    @singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: int): return "int %d" % x
    @m.register(str)
    def _(self, x): return "str " + x
print(C().m(1), C().m("s"), C().m(None))  #> int 1 str s any
for call in (lambda: show(), lambda: show.register(5)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> show requires at least 1 positional argument
        #> Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.
