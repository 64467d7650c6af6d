# Numeric builtins.
print(abs(-5), abs(5), abs(-2.5), abs(True), abs(-(2**31)), abs(-(2**70)), abs(-0.0))
#> 5 5 2.5 1 2147483648 1180591620717411303424 0.0
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(True, 2), pow(2, 3), pow(2, 3, 5), pow(2.0, 3), pow(2, -1), pow(base=2, exp=3, mod=5))
#> (3, 1) (-4, 1) (3.0, 1.5) (0, 1) 8 3 8.0 0.5 3
print(round(3.7), round(-3.7), round(3.14159, 3), round(15, -1), round(25, -1), round(5, None), round(number=2.5))
#> 4 -4 3.142 20 20 5 2
for call in (lambda: abs("a"), lambda: divmod("a", 1), lambda: pow("a", 2), lambda: round("a"), lambda: round(1.5, "a"), lambda: pow(2.0, 3, 5), lambda: abs()):
    try:
        call()
    except TypeError as error:
        print(error)
        #> bad operand type for abs(): 'str'
        #> unsupported operand type(s) for divmod(): 'str' and 'int'
        #> unsupported operand type(s) for ** or pow(): 'str' and 'int'
        #> type str doesn't define __round__ method
        #> 'str' object cannot be interpreted as an integer
        #> pow() 3rd argument not allowed unless all arguments are integers
        #> abs() takes exactly one argument (0 given)
