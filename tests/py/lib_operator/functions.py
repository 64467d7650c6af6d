# Operators as functions.
import operator as op
from operator import add, __add__, contains, countOf, indexOf
for name in "add sub mul truediv floordiv mod pow lt le eq ne ge gt is_ is_not lshift rshift and_ or_ xor".split():
    try:
        print(name, getattr(op, name)(7, 2), getattr(op, name).__name__)
        #> add 9 add
        #> sub 5 sub
        #> mul 14 mul
        #> truediv 3.5 truediv
        #> floordiv 3 floordiv
        #> mod 1 mod
        #> pow 49 pow
        #> lt False lt
        #> le False le
        #> eq False eq
        #> ne True ne
        #> ge True ge
        #> gt True gt
        #> is_ False is_
        #> is_not True is_not
        #> lshift 28 lshift
        #> rshift 1 rshift
        #> and_ 2 and_
        #> or_ 7 or_
        #> xor 5 xor
    except TypeError as error:
        print(error)
print(op.neg(3), op.pos(-3), op.invert(5), op.inv(0), op.abs(-4), op.not_([]), op.truth("x"), op.index(7), op.index(True), op.concat([1], [2]), contains([1], 1), countOf([1, 2, 1], 1), indexOf("abc", "c"))
#> -3 -3 -6 -1 4 True True 7 1 [1, 2] True 2 2
items = [1, 2, 3]
op.setitem(items, 0, 9); op.delitem(items, 1); print(items, op.getitem(items, -1), op.length_hint(items), op.length_hint(iter([1, 2])), op.length_hint(x for x in ""), op.length_hint(5, 7))
#> [9, 3] 3 2 2 0 7
print(op.iadd(items, [5]) is items, items, op.isub(5, 3), op.imul("a", 3), op.ior({1}, {2}), op.ixor(6, 3), op.iand(6, 3), op.ilshift(1, 4), op.irshift(16, 2), op.ipow(2, 5), op.imod(7, 4), op.itruediv(1, 4), op.ifloordiv(7, 2), op.iconcat([1], [2]))
#> True [9, 3, 5] 2 aaa {1, 2} 5 2 16 4 32 3 0.25 3 [1, 2]
print(__add__(1, 2), op.__not__(1), op.__and__(6, 3), op.call(max, 3, 5), op.__getitem__("abc", 1))
#> 3 False 2 5 b
class M:
    def __matmul__(self, other): return "mat"
    def __index__(self): return 3
print(op.matmul(M(), 1), op.imatmul(M(), 1), op.index(M()))  #> mat mat 3
for call in (lambda: op.index(1.5), lambda: indexOf([], 1), lambda: op.concat(1, 2), lambda: op.nothing, lambda: add(1, "x")):
    try:
        call()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
        #> TypeError 'float' object cannot be interpreted as an integer
        #> ValueError sequence.index(x): x not in sequence
        #> TypeError 'int' object can't be concatenated
        #> AttributeError module 'operator' has no attribute 'nothing'
        #> TypeError unsupported operand type(s) for +: 'int' and 'str'
