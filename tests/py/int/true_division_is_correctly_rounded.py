# `/` on ints gives the nearest float, also for ints beyond 2**53.
print(7 / 2, -7 / 2, 6 / 3, 1 / 3, 0 / 5)  #> 3.5 -3.5 2.0 0.3333333333333333 0.0
print((2**53 + 1) / 1, (2**53 + 3) / 1, 2**200 / 2**199, (2**200 + 1) / 2**200)
#> 9007199254740992.0 9007199254740996.0 2.0 1.0
print((10**400) / (10**399), (10**30) / 7, -(10**30) / 7)
#> 10.0 1.4285714285714285e+29 -1.4285714285714285e+29
try:
    10**400 / 3
except OverflowError as error:
    print(error)  #> integer division result too large for a float
print(3 / 10**400, 10**300 / 10**10)  #> 0.0 1e+290
