# Items by index: reading, writing, deleting.
a = [10, 20, 30, 40]
a[0] = 1; a[-1] = 4; print(a, a[1], a[-2])  #> [1, 20, 30, 4] 20 30
del a[1]; print(a)  #> [1, 30, 4]
del a[-1], a[0]; print(a)  #> [30]
for call in (lambda: a[5], lambda: a[-6], lambda: a["x"], lambda: a[1.0], lambda: a.__setitem__(9, 0), lambda: a.__delitem__(9)):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
        #> IndexError list index out of range
        #> IndexError list index out of range
        #> TypeError list indices must be integers or slices, not str
        #> TypeError list indices must be integers or slices, not float
        #> IndexError list assignment index out of range
        #> IndexError list assignment index out of range
