# round() is half to even and keeps the type rules.
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.005, 2))
#> 0 2 2 0 -2 2.67 1.0
print(round(1234.5678, 2), round(1234.5678, -2), round(1234.5678, 0), round(5), round(1250, -2), round(1350, -2), round(-15, -1))
#> 1234.57 1200.0 1235.0 5 1200 1400 -20
print(type(round(2.0)), type(round(2.0, 0)), type(round(7, 1)), round(1e20), round(2.5, 400), round(1e300, -300))
#> <class 'int'> <class 'float'> <class 'int'> 100000000000000000000 2.5 1e+300
print(round(123456789012345678901, -5), round(True), round(0.1 + 0.2, 16))
#> 123456789012345700000 1 0.3
for bad in (float("inf"), float("nan")):
    try:
        round(bad)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
        #> OverflowError cannot convert float infinity to integer
        #> ValueError cannot convert float NaN to integer
