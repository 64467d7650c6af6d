# Powers of floats: fractional exponents, overflow.
print(2.0**0.5, 2**0.5, 4.0**-1, (-8.0) ** 3, 0.0**0, 10.0**-2, 2**-2, 1e10**2)
#> 1.4142135623730951 1.4142135623730951 0.25 -512.0 1.0 0.01 0.25 1e+20
print(float("inf") ** 0, 0.5 ** float("inf"), 1.0 ** float("nan"), (-2.0) ** 2.0)
#> 1.0 0.0 1.0 4.0
try:
    10.0**400
except OverflowError as error:
    print(error)  #> (34, 'Numerical result out of range')
