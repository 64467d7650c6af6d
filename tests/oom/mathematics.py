# Functions of math that few programs call.
import math
math.cbrt(27.0), math.erf(0.5), math.erfc(0.5), math.exp2(3), math.gamma(4.5), math.lgamma(4.5), math.nextafter(1.0, 2.0)
math.ulp(1.0), math.fsum([0.1] * 3), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)), math.hypot(3, 4), math.comb(9, 4)
math.perm(9, 4), math.factorial(30), math.isqrt(10 ** 30), math.gcd(2 ** 70, 6), math.lcm(4, 6), math.frexp(2.5)
math.modf(2.5), math.ldexp(1.0, 3), math.remainder(7, 4), math.isclose(1.0, 1.1)
