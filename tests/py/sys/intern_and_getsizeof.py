# intern gives one object for equal strings; getsizeof gives a positive number.
import sys
a = sys.intern("".join(["some", "thing"]))
print(a is sys.intern("something"), sys.getsizeof([]) > 0, sys.getsizeof("a" * 1000) > 1000)
#> True True True
try:
    sys.intern(5)
except TypeError as error:
    print(error)  #> intern() argument must be str, not int
