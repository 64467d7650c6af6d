# Keys -1 and -2, zero and False, big and float are kept apart or together by value.
d = {-1: "a", -2: "b", 0: "c", 2**31: "d", -(2**31): "e", 2**64: "f"}
print(d[-1], d[-2], d[False], d[2.0**31], d[-(2.0**31)], d[2**32 * 2**32], d[-1.0])
#> a b c d e f a
d[-1.0] = "A"; d[0.0] = "C"
print(d)
#> {-1: 'A', -2: 'b', 0: 'C', 2147483648: 'd', -2147483648: 'e', 18446744073709551616: 'f'}
