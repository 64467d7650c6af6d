# floor, ceil, trunc, fabs, fmod, modf, copysign.
import math
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.floor(5), math.fabs(-3), math.fmod(-7, 3), math.modf(2.25), math.modf(-2.5), math.copysign(1, -0.0), math.floor(1e20), math.ceil(-0.5))
#> 2 -3 3 -2 -2 5 3.0 -1.0 (0.25, 2.0) (-0.5, -2.0) -1.0 100000000000000000000 0
print(math.remainder(7, 4), math.frexp(8.0), math.ldexp(0.5, 4), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9))
#> -1.0 (0.5, 4) 8.0 True False True
for call in (lambda: math.floor(float("nan")), lambda: math.ceil(float("inf")), lambda: math.fmod(1, 0), lambda: math.floor("a")):
    try:
        call()
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError cannot convert float NaN to integer
        #> OverflowError cannot convert float infinity to integer
        #> ValueError math domain error
        #> TypeError must be real number, not str
