# float() of ints, strings and objects with __float__ or __index__.
print(float(), float(3), float(2**53 + 1), float(True), float(10**22), float("1e2"), float(b"2.5"))
#> 0.0 3.0 9007199254740992.0 1.0 1e+22 100.0 2.5
class WithFloat:
    def __float__(self):
        return 2.5
class WithIndex:
    def __index__(self):
        return 4
print(float(WithFloat()), float(WithIndex()))  #> 2.5 4.0
for bad in (None, [], "x", 10**400):
    try:
        float(bad)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
        #> TypeError float() argument must be a string or a real number, not 'NoneType'
        #> TypeError float() argument must be a string or a real number, not 'list'
        #> ValueError could not convert string to float: 'x'
        #> OverflowError int too large to convert to float
