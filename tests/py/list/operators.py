# + * += *= in ==.
a = [1, 2]
print(a + [3], a * 2, 2 * a, a * 0, a * -1, 1 in a, [1] in [[1]], a == [1, 2], a != [1], a == (1, 2))
#> [1, 2, 3] [1, 2, 1, 2] [1, 2, 1, 2] [] [] True True True True False
b = a
b += (3,)
print(a, b is a)  #> [1, 2, 3] True
b *= 2
print(a)  #> [1, 2, 3, 1, 2, 3]
b = b + [0]
print(b is a)  #> False
a += "xy"; print(a)  #> [1, 2, 3, 1, 2, 3, 'x', 'y']
a *= 0; print(a)  #> []
for call in (lambda: [] + (), lambda: [] + 1, lambda: [] * "a", lambda: [] * [], lambda: [] < (), lambda: [] - []):
    try:
        call()
    except TypeError as error:
        print(error)
        #> can only concatenate list (not "tuple") to list
        #> can only concatenate list (not "int") to list
        #> can't multiply sequence by non-int of type 'str'
        #> can't multiply sequence by non-int of type 'list'
        #> '<' not supported between instances of 'list' and 'tuple'
        #> unsupported operand type(s) for -: 'list' and 'list'
