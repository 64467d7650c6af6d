# differs: `is` on ints beyond 31 bits
# python:  False
# here:    True
# reason:  boxed 64-bit ints are values like floats
# instead: compare ints with ==
a = 10**12
b = a + 1 - 1
print(a is b)
