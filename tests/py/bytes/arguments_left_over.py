# Too many arguments are an error for bytes as for str.
for left, right in (b"x", b"ab"), (b"x", (1,)), ("x", "ab"), (b"x", bytearray(b"y")), (b"x", {1: 2}), ("x", b"ab"):
    try:
        print(left % right)
    except TypeError as error:
        print(error)
        #> not all arguments converted during bytes formatting
        #> not all arguments converted during bytes formatting
        #> not all arguments converted during string formatting
        #> not all arguments converted during bytes formatting
        #> b'x'
        #> x
for source in 5, "ab":
    try:
        int.from_bytes(source, "big")
    except TypeError as error:
        print(error)
        #> cannot convert 'int' object to bytes
        #> cannot convert 'str' object to bytes
import math

try:
    math.log(-(10 ** 1000))
except ValueError as error:
    print(error)  #> math domain error
