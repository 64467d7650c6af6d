# gcd, lcm, factorial, comb, perm, prod.
import math
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-12, 8), math.gcd(2**70, 2**65 * 3), math.gcd(), math.gcd(4, 6, 10), math.lcm(4, 6), math.lcm(), math.factorial(0), math.factorial(20), math.factorial(25), math.comb(10, 3), math.comb(5, 9), math.perm(5, 2), math.perm(4), math.prod([1, 2, 3, 4]), math.prod([], start=7), math.prod([1.5, 2]))
#> 6 5 4 36893488147419103232 0 2 12 1 1 2432902008176640000 15511210043330985984000000 120 0 20 24 24 7 3.0
for call in (lambda: math.factorial(-1), lambda: math.gcd(1.5, 2), lambda: math.comb(-1, 2), lambda: math.factorial(1.5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError factorial() not defined for negative values
        #> TypeError 'float' object cannot be interpreted as an integer
        #> ValueError n must be a non-negative integer
        #> TypeError 'float' object cannot be interpreted as an integer
