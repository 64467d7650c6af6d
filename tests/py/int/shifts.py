# Shifts by any amount; right shifts round down; negative counts raise.
print(1 << 5, 1 << 30, 1 << 31, 5 << 29, -5 << 29, 0 << 1000, 1 << 100)
#> 32 1073741824 2147483648 2684354560 -2684354560 0 1267650600228229401496703205376
print(1023 >> 3, -1023 >> 3, -1 >> 100, 5 >> 64, 2**100 >> 98, -(2**100) >> 98, -(2**100) - 1 >> 98)
#> 127 -128 -1 0 4 -4 -5
print((2**64 - 1) >> 1, (2**64 - 1) >> 63, (2**64 - 1) >> 64, 2**31 >> 31, 2**70 >> 40 << 40 == 2**70)
#> 9223372036854775807 1 0 1 True
for count in (-1, -(10**20)):
    for operation in (lambda: 1 << count, lambda: 1 >> count):
        try:
            operation()
        except ValueError as error:
            print(error)
            #> negative shift count
            #> negative shift count
            #> negative shift count
            #> negative shift count
