# All in-place operators rebind the name to a new int.
n = 10
n += 5; print(n)  #> 15
n -= 3; print(n)  #> 12
n *= 4; print(n)  #> 48
n //= 5; print(n)  #> 9
n **= 3; print(n)  #> 729
n %= 101; print(n)  #> 22
n <<= 4; print(n)  #> 352
n >>= 2; print(n)  #> 88
n &= 0xFF; print(n)  #> 88
n |= 0x100; print(n)  #> 344
n ^= 0x3; print(n)  #> 347
n /= 4; print(n)  #> 86.75
