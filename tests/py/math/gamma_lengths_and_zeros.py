# Digits that CPython computes itself and not its C library; signs of zeros; the largest arguments.
import math

print(math.lgamma(2.5).hex(), math.lgamma(-0.5).hex(), math.lgamma(1e-30).hex(), math.lgamma(123.25).hex())
#> 0x1.2383e809a67f0p-2 0x1.43f89a3f0edd4p+0 0x1.144f69ff9ffc4p+6 0x1.d49d4ec1306b2p+8
print(math.gamma(0.5).hex(), math.gamma(-1.5).hex(), math.gamma(23.0), math.gamma(150.75).hex(), math.gamma(-170.25).hex())
#> 0x1.c5bf891b4ef6ap+0 0x1.2e7fb0bcdf4f1p+1 1.1240007277776077e+21 0x1.0949043505813p+871 -0x1.e7334b3b3c802p-1020
print(math.gamma(-200.5), math.gamma(-201.5), math.lgamma(1.0), math.lgamma(-math.inf))
#> -0.0 0.0 0.0 inf
for x in (0.0, -1.0, -math.inf, 171.7, 1e-320):
    try:
        print(math.gamma(x))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
        #> ValueError math domain error
        #> ValueError math domain error
        #> ValueError math domain error
        #> OverflowError math range error
        #> OverflowError math range error
for x in (-2.0, -20819.5, -1e300, 0.5):
    try:
        print(math.acosh(x))
    except ValueError as error:
        print(error)
        #> math domain error
        #> math domain error
        #> math domain error
        #> math domain error
print(math.hypot(-17.825621117406136, 6.693793584136781).hex(), math.hypot(1e-320, 1e-320), math.hypot(0.1, 0.2, 0.3).hex())
#> 0x1.30a7ee821b9e6p+4 1.414e-320 0x1.7f254dab9cc3ap-2
print(math.dist((0.25, -3.1), (1.75, 9.7)).hex(), abs(complex(-17.825621117406136, 6.693793584136781)).hex())
#> 0x1.9c67251882518p+3 0x1.30a7ee821b9e6p+4
print(math.log2(2 ** 1024 - 1), math.log(2 ** 1024 - 1), math.log10(2 ** 1024))
#> 1024.0 709.782712893384 308.25471555991675
print(complex(1.0, -0.0), complex(-0.0, -0.0), complex(1 - 0j), complex(-0.0, 1j), complex(0j, -0.0))
#> (1-0j) (-0-0j) (1+0j) (-1+0j) 0j
print(complex(0.0, -0.0) ** 1.5, complex(-0.0, 1.0) / complex(1.0, -0.0), complex(0.0, -0.0) * complex(-0.0, 1.25))
#> 0j (-0+1j) 0j
