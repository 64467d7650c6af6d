# Reductions over iterables; all and any stop early.
print(all([]), any([]), all([1, "a"]), any([0, ""]), all([1, 0]), any([0, 5]), sum([]), sum([1, 2, 3]), sum((1.5, 2)), sum([[1], [2]], []), sum(range(10), 5), sum([1], start=10), sum([True, True]))
#> True False True False False True 0 6 3.5 [1, 2] 50 11 2
it = iter([1, 0, 2, 3])
print(all(it), list(it))  #> False [2, 3]
it = iter([0, 1, 2])
print(any(it), list(it))  #> True [2]
print(sum([2**30] * 10), sum([2**62, 2**62, 2**62]), sum([0.1] * 3), sum([1, 2.5, True]))
#> 10737418240 13835058055282163712 0.30000000000000004 4.5
for call in (lambda: sum(["a", "b"]), lambda: sum(["a"], ""), lambda: sum(5), lambda: all(5), lambda: any(None), lambda: sum([b"a"], b""), lambda: sum([[]])):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unsupported operand type(s) for +: 'int' and 'str'
        #> sum() can't sum strings [use ''.join(seq) instead]
        #> 'int' object is not iterable
        #> 'int' object is not iterable
        #> 'NoneType' object is not iterable
        #> sum() can't sum bytes [use b''.join(seq) instead]
        #> unsupported operand type(s) for +: 'int' and 'list'
