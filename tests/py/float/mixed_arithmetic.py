# int and float mix to float; bool counts as int.
print(1 + 2.5, 2.5 + 1, 10 - 0.5, 3 * 1.5, 7 / 2.0, 7 // 2.0, 7.5 % 2, 2 ** 0.5 * 2, True + 1.5)
#> 3.5 3.5 9.5 4.5 3.5 3.0 1.5 2.8284271247461903 2.5
print(10**20 + 0.5, 10**20 * 1.0, -(2**70) / 2.0, 0.5 - 2**65, 1e300 * 10**10)
#> 1e+20 1e+20 -5.902958103587057e+20 -3.6893488147419103e+19 inf
try:
    1.0 + 10**400
except OverflowError as error:
    print(error)  #> int too large to convert to float
