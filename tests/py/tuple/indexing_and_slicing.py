# Items, slices and errors.
t = (10, 20, 30, 40, 50)
print(t[0], t[-1], t[1:3], t[::-1], t[::2], t[5:], t[-2:], t[:])
#> 10 50 (20, 30) (50, 40, 30, 20, 10) (10, 30, 50) () (40, 50) (10, 20, 30, 40, 50)
for index in (5, -6, "a", 1.5):
    try:
        t[index]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
        #> IndexError tuple index out of range
        #> IndexError tuple index out of range
        #> TypeError tuple indices must be integers or slices, not str
        #> TypeError tuple indices must be integers or slices, not float
try:
    t[0] = 1
except TypeError as error:
    print(error)  #> 'tuple' object does not support item assignment
try:
    del t[0]
except TypeError as error:
    print(error)  #> 'tuple' object doesn't support item deletion
