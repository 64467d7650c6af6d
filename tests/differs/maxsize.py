# differs: sys.maxsize
# python:  9223372036854775807
# here:    2147483647
# reason:  sizes and indices are 32-bit on every machine, also on a 64-bit host
# instead: nothing is that long
import sys
print(sys.maxsize)
