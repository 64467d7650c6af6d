# inf and nan: text, comparison, arithmetic.
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf + 1, inf - inf, inf * 0, -inf * 2, 1 / inf, -1 / inf)
#> inf -inf nan inf nan nan -inf 0.0 -0.0
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10**400, -inf < -(10**400), inf == inf)
#> False True False False True True True
print(1e308 * 10, -1e308 * 10, nan in [nan], [nan] == [nan], inf // 1, 5 % inf, -5 % inf)
#> inf -inf True True nan 5.0 inf
print(max(1, inf), min(1, -inf), sorted([inf, 3, -inf, 1e300]), bool(nan), bool(-0.0))
#> inf -inf [-inf, 3, 1e+300, inf] True False
