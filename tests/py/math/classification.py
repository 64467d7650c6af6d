# isnan, isinf, isfinite and fsum.
import math
for x in (1.0, 0, math.inf, -math.inf, math.nan, 5):
    print(math.isnan(x), math.isinf(x), math.isfinite(x), end=" | ")
    #> False False True | False False True | False True False | False True False | True False False | False False True | 1.0 0.9999999999999999 5.0 0.0 24.0
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.dist((0, 0), (3, 4)), math.erf(0.0), math.gamma(5))
