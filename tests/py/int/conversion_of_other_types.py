# int() truncates floats, accepts bool, bytes and objects with __int__, __index__ or __trunc__.
print(int(3.9), int(-3.9), int(1e20), int(True), int(b"12"), int())
#> 3 -3 100000000000000000000 1 12 0
class WithInt:
    def __int__(self):
        return 7
class WithIndex:
    def __index__(self):
        return 8
print(int(WithInt()), int(WithIndex()))  #> 7 8
for bad in (None, [], {}, object):
    try:
        int(bad)
    except TypeError as error:
        print(error)
        #> int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
        #> int() argument must be a string, a bytes-like object or a real number, not 'list'
        #> int() argument must be a string, a bytes-like object or a real number, not 'dict'
        #> int() argument must be a string, a bytes-like object or a real number, not 'type'
for bad in (float("nan"), float("inf"), float("-inf")):
    try:
        int(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
        #> ValueError cannot convert float NaN to integer
        #> OverflowError cannot convert float infinity to integer
        #> OverflowError cannot convert float infinity to integer
try:
    int(1, 2)
except TypeError as error:
    print(error)  #> int() can't convert non-string with explicit base
