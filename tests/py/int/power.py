# Powers, including negative exponents and three-argument pow.
print(2**0, 0**0, 2**10, (-2) ** 3, -2**2, 2**-1, (-2) ** -3, 10**18, 10**19, 3**50)
#> 1 1 1024 -8 -4 0.5 -0.125 1000000000000000000 10000000000000000000 717897987691852588770249
print(pow(2, 10), pow(3, 200, 13), pow(2, 1000, 10**9 + 7), pow(-3, 3, 7), pow(5, 0, 1))
#> 1024 9 688423210 1 0
print(pow(3, -1, 7), pow(10, -2, 97), pow(7, 5, -10))  #> 5 65 -3
try:
    pow(2, -1, 4)
except ValueError as error:
    print(error)  #> base is not invertible for the given modulus
print(7**77)  #> 118181386580595879976868414312001964434038548836769923458287039207
