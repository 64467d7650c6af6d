# Products of big numbers, from one limb to a few hundred.
print((2**64 - 1) ** 2, (10**20 + 1) * (10**20 - 1), -(10**25) * 3)
#> 340282366920938463426481119284349108225 9999999999999999999999999999999999999999 -30000000000000000000000000
factorial = 1
for i in range(1, 60):
    factorial *= i
print(factorial)
#> 138683118545689835737939019720389406345902876772687432540821294940160000000000000
a = 3**1500
b = 7**1200
product = a * b
print(product % 1000000007, product % (2**61 - 1), len(str(product)))
#> 753133745 569466414120049522 1730
print(product // a == b, product % b, (product + 17) % a)  #> True 0 17
