# Text of more than 4,300 digits is refused in both directions.
for call in (lambda: int('1' * 5000), lambda: str(10**5000), lambda: repr(10**5000), lambda: '%d' % 10**5000):
    try:
        call()
    except ValueError as error:
        print(error)
        #> Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
        #> Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
        #> Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
        #> Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(len(hex(10**5000)), int('1' * 4300) % 7, int('f' * 6000, 16) % 7, len(str(10**4299)))
#> 4155 5 0 4300
