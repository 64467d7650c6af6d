# differs: sys.getsizeof
# python:  False
# here:    True
# reason:  it tells the bytes of the arena, which are equal on every machine: values are 32-bit words
# instead: compare sizes only with others from the same interpreter
import sys
print(sys.getsizeof(1.5) <= 16 and sys.getsizeof(7) == 0 and sys.getsizeof((1, 2, 3)) == 20)
