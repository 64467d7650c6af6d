# | & - ^ and comparisons.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(b - a))
#> [1, 2, 3, 4, 5] [3, 4] [1, 2] [1, 2, 5] [5]
print(a < b, {3} < b, {3, 4, 5} <= b, a >= {1}, a > a, a == {4, 3, 2, 1}, a != b, {3, 4} < frozenset(b))
#> False True True True False True True True
print(type(a | frozenset()), type(frozenset() | a), type(frozenset(a) & a))
#> <class 'set'> <class 'frozenset'> <class 'frozenset'>
for call in (lambda: a | [1], lambda: a - (1,), lambda: a & "x", lambda: a < [1], lambda: a + b):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unsupported operand type(s) for |: 'set' and 'list'
        #> unsupported operand type(s) for -: 'set' and 'tuple'
        #> unsupported operand type(s) for &: 'set' and 'str'
        #> '<' not supported between instances of 'set' and 'list'
        #> unsupported operand type(s) for +: 'set' and 'set'
