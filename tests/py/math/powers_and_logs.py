# sqrt, exp, log in all bases, pow, hypot, cbrt, isqrt.
import math
print(math.sqrt(16), math.sqrt(2), math.exp(0), math.exp(1), math.log(1), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0), math.expm1(0), math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 2), math.isqrt(99), math.isqrt(10**30), math.log(10**400) > 921, math.log2(2**1000))
#> 4.0 1.4142135623730951 1.0 2.718281828459045 0.0 3.0 10.0 3.0 0.0 0.0 1.4142135623730951 5.0 3.0 9 1000000000000000 True 1000.0
for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.pow(-1, 0.5), lambda: math.isqrt(-1), lambda: math.sqrt("a"), lambda: math.log10(0)):
    try:
        call()
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError math domain error
        #> ValueError math domain error
        #> ValueError math domain error
        #> OverflowError math range error
        #> ValueError math domain error
        #> ValueError isqrt() argument must be nonnegative
        #> TypeError must be real number, not str
        #> ValueError math domain error
