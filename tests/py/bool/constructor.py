# bool() of anything; it cannot be subclassed.
print(bool(), bool(0), bool("False"), bool([]), bool([[]]), bool(None))
#> False False True False True False
try:
    class B(bool): pass
except TypeError as error:
    print(error)  #> type 'bool' is not an acceptable base type
