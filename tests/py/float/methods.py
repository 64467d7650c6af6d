# is_integer, as_integer_ratio, hex, fromhex, conjugate.
print((3.0).is_integer(), (3.5).is_integer(), (0.75).as_integer_ratio(), (-2.0).as_integer_ratio())
#> True False (3, 4) (-2, 1)
print((1.0).hex(), (-0.1).hex(), (0.0).hex(), float.fromhex("0x1.8p+1"), float.fromhex("-0x1p-2"))
#> 0x1.0000000000000p+0 -0x1.999999999999ap-4 0x0.0p+0 3.0 -0.25
print((1.5).real, (1.5).imag, (1.5).conjugate())  #> 1.5 0.0 1.5
for bad in (float("inf"), float("nan")):
    try:
        bad.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
        #> OverflowError cannot convert Infinity to integer ratio
        #> ValueError cannot convert NaN to integer ratio
