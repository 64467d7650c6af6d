# Floor division and modulo of floats: sign of the divisor, signed zeros, exactness.
for a in (7.5, -7.5, 0.0, 1e20):
    for b in (2.0, -2.0, 0.1, 3):
        print(a // b, a % b, divmod(a, b))
        #> 3.0 1.5 (3.0, 1.5)
        #> -4.0 -0.5 (-4.0, -0.5)
        #> 74.0 0.09999999999999959 (74.0, 0.09999999999999959)
        #> 2.0 1.5 (2.0, 1.5)
        #> -4.0 0.5 (-4.0, 0.5)
        #> 3.0 -1.5 (3.0, -1.5)
        #> -75.0 4.163336342344337e-16 (-75.0, 4.163336342344337e-16)
        #> -3.0 1.5 (-3.0, 1.5)
        #> 0.0 0.0 (0.0, 0.0)
        #> -0.0 -0.0 (-0.0, -0.0)
        #> 0.0 0.0 (0.0, 0.0)
        #> 0.0 0.0 (0.0, 0.0)
        #> 5e+19 0.0 (5e+19, 0.0)
        #> -5e+19 -0.0 (-5e+19, -0.0)
        #> 1e+21 0.08487687421760604 (1e+21, 0.08487687421760604)
        #> 3.333333333333333e+19 1.0 (3.333333333333333e+19, 1.0)
for text in ("1.0 / 0", "1.0 // 0.0", "1.0 % 0.0", "divmod(1.0, 0.0)", "0.0 ** -1"):
    try:
        eval(text)
    except ZeroDivisionError as error:
        print(error)
        #> float division by zero
        #> float floor division by zero
        #> float modulo
        #> float divmod()
        #> 0.0 cannot be raised to a negative power
