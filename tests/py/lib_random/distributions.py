# Distributions that are not uniform, to ten digits.
import random
r = random.Random(99)
show = lambda *numbers: print(*["%.10g" % n for n in numbers])
show(r.gauss(0, 1), r.gauss(5, 2), r.gauss(), r.normalvariate(0, 1), r.normalvariate(), r.lognormvariate(0, 0.5), r.expovariate(1.5))
#> -0.5502226977 5.758236654 0.3269272866 0.5953496153 -0.6354333208 1.712062033 0.4479492743
show(r.triangular(), r.triangular(0, 10, 3), r.triangular(2, 2, 2), r.betavariate(2, 3), r.gammavariate(2.5, 1), r.gammavariate(0.5, 2), r.gammavariate(1, 1))
#> 0.4591510053 4.79664765 2 0.5248530619 4.632810953 0.4544496322 0.00764897285
show(r.vonmisesvariate(0, 4), r.vonmisesvariate(1, 0), r.paretovariate(3), r.weibullvariate(1, 1.5))
#> 0.5422523457 3.804526057 3.501777528 0.580623465
show(sum(r.gauss(0, 1) for _ in range(500)), sum(r.normalvariate(0, 1) for _ in range(200)))
#> -8.551536135 -15.24172944
