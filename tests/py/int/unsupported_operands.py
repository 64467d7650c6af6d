# An int with a type it does not know raises TypeError naming the operator and both types.
for text in ("1 + 'a'", "1 - None", "1 * {}", "1 / []", "1 // 'a'", "1 % 'a'", "1 ** 'a'", "1 << 1.0", "1 & 1.0",
             "1 | None", "1 ^ 'a'", "1 < 'a'", "1 >= None", "-'a'", "~1.5", "+[]", "divmod(1, 'a')", "1 @ 2"):
    try:
        eval(text)
    except TypeError as error:
        print(error)
        #> unsupported operand type(s) for +: 'int' and 'str'
        #> unsupported operand type(s) for -: 'int' and 'NoneType'
        #> unsupported operand type(s) for *: 'int' and 'dict'
        #> unsupported operand type(s) for /: 'int' and 'list'
        #> unsupported operand type(s) for //: 'int' and 'str'
        #> unsupported operand type(s) for %: 'int' and 'str'
        #> unsupported operand type(s) for ** or pow(): 'int' and 'str'
        #> unsupported operand type(s) for <<: 'int' and 'float'
        #> unsupported operand type(s) for &: 'int' and 'float'
        #> unsupported operand type(s) for |: 'int' and 'NoneType'
        #> unsupported operand type(s) for ^: 'int' and 'str'
        #> '<' not supported between instances of 'int' and 'str'
        #> '>=' not supported between instances of 'int' and 'NoneType'
        #> bad operand type for unary -: 'str'
        #> bad operand type for unary ~: 'float'
        #> bad operand type for unary +: 'list'
        #> unsupported operand type(s) for divmod(): 'int' and 'str'
        #> unsupported operand type(s) for @: 'int' and 'int'
