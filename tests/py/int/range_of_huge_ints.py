# Ranges whose bounds and steps exceed 31 and 64 bits.
print(list(range(2**31 - 2, 2**31 + 2)))  #> [2147483646, 2147483647, 2147483648, 2147483649]
print(list(range(2**64, 2**64 + 3)), list(range(-(2**64), -(2**64) - 9, -4)))
#> [18446744073709551616, 18446744073709551617, 18446744073709551618] [-18446744073709551616, -18446744073709551620, -18446744073709551624]
r = range(0, 10**30, 10**29)
print(len(r), r[3], r[-1], 5 * 10**29 in r, 5 in r, r.index(2 * 10**29))
#> 10 300000000000000000000000000000 900000000000000000000000000000 True False 2
try:
    len(range(2**100))
except OverflowError as error:
    print(error)  #> Python int too large to convert to C ssize_t
