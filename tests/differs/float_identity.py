# differs: `is` on floats
# python:  False
# here:    True
# reason:  a float is a value: copying it into an existing box must not be visible, so its bits are compared
# instead: compare floats with ==
a = 1.5
b = a * 2 / 2
print(a is b)
