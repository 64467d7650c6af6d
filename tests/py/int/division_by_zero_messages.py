# Every kind of division by zero has its own message.
for text in ("1 / 0", "1 // 0", "1 % 0", "divmod(1, 0)", "2**70 // 0", "2**70 % 0", "pow(2, 5, 0)",
             "0 ** -1", "True / False"):
    try:
        eval(text)
    except (ZeroDivisionError, ValueError) as error:
        print(text, type(error).__name__, error)
        #> 1 / 0 ZeroDivisionError division by zero
        #> 1 // 0 ZeroDivisionError integer division or modulo by zero
        #> 1 % 0 ZeroDivisionError integer modulo by zero
        #> divmod(1, 0) ZeroDivisionError integer division or modulo by zero
        #> 2**70 // 0 ZeroDivisionError integer division or modulo by zero
        #> 2**70 % 0 ZeroDivisionError integer modulo by zero
        #> pow(2, 5, 0) ValueError pow() 3rd argument cannot be 0
        #> 0 ** -1 ZeroDivisionError 0.0 cannot be raised to a negative power
        #> True / False ZeroDivisionError division by zero
