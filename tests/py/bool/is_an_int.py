# True and False are ints that print as words.
print(True, False, True + True, True * 5, -True, ~False, True == 1, False == 0.0, isinstance(True, int))
#> True False 2 5 -1 -1 True True True
print(bool.__mro__, int(True), repr(True), str(False), "%d" % True, [10, 20][True], sum([True, True, False]))
#> (<class 'bool'>, <class 'int'>, <class 'object'>) 1 True False 1 20 2
print(True & False, True | False, True ^ True, type(True & True), type(True & 1), True << 3)
#> False True False <class 'bool'> <class 'int'> 8
