# Comparing a float with an int is exact beyond 2**53.
big = 2**53
print(float(big) == big, float(big) == big + 1, float(big) < big + 1, float(big + 2) > big + 1)
#> True False True True
print(1e300 < 10**301, 1e300 > 10**299, 1e22 == 10**22, 1e23 == 10**23, 0.5 < 1, 1 > 0.5, 2**63 == 2.0**63)
#> True True True False True True True
print(2**64 - 1 < 2.0**64, 2**64 + 1 > 2.0**64, -(2**64) - 1 < -(2.0**64), 0.1 + 0.2 == 0.3, 3 == 3.0)
#> True True True False True
