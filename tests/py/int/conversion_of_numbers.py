# int() and float() of numbers, in loops, so that every way to call them is taken.
class Whole(int):
    pass


class Real(float):
    def __int__(self):
        return 77


given = [0, -7, 2**29, 2**30, 2**70, 0.0, -0.0, 3.99, -3.99, 1073741823.5, -1073741823.5, 1073741824.0,
         -1073741825.0, 1e20, True, False, Whole(5), Real(2.5)]
for value in given:
    for turn in range(2):
        whole, real = int(value), float(value)
    print(whole, type(whole).__name__, real, type(real).__name__)
    #> 0 int 0.0 float
    #> -7 int -7.0 float
    #> 536870912 int 536870912.0 float
    #> 1073741824 int 1073741824.0 float
    #> 1180591620717411303424 int 1.1805916207174113e+21 float
    #> 0 int 0.0 float
    #> 0 int -0.0 float
    #> 3 int 3.99 float
    #> -3 int -3.99 float
    #> 1073741823 int 1073741823.5 float
    #> -1073741823 int -1073741823.5 float
    #> 1073741824 int 1073741824.0 float
    #> -1073741825 int -1073741825.0 float
    #> 100000000000000000000 int 1e+20 float
    #> 1 int 1.0 float
    #> 0 int 0.0 float
    #> 5 int 5.0 float
    #> 77 int 2.5 float
for bad in (float("nan"), float("inf"), -float("inf"), None, "x", [], 1j):
    for convert in (int, float):
        try:
            print(convert(bad))
        except (ValueError, OverflowError, TypeError) as error:
            print(type(error).__name__, error)
            #> ValueError cannot convert float NaN to integer
            #> nan
            #> OverflowError cannot convert float infinity to integer
            #> inf
            #> OverflowError cannot convert float infinity to integer
            #> -inf
            #> TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
            #> TypeError float() argument must be a string or a real number, not 'NoneType'
            #> ValueError invalid literal for int() with base 10: 'x'
            #> ValueError could not convert string to float: 'x'
            #> TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
            #> TypeError float() argument must be a string or a real number, not 'list'
            #> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
            #> TypeError float() argument must be a string or a real number, not 'complex'
value = 2.5
same = float(value)
print(same is value, value + same)  #> True 5.0
int_ = int
int = lambda x: ("mine", x)
print(int(2.5), int_(2.5))  #> ('mine', 2.5) 2
del int
print(int(2.5))  #> 2
