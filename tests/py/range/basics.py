# Construction, length, items, repr.
for r in (range(5), range(2, 5), range(0, 10, 3), range(5, 0, -2), range(0), range(5, 2), range(-3, 3)):
    print(r, len(r), list(r), bool(r))
    #> range(0, 5) 5 [0, 1, 2, 3, 4] True
    #> range(2, 5) 3 [2, 3, 4] True
    #> range(0, 10, 3) 4 [0, 3, 6, 9] True
    #> range(5, 0, -2) 3 [5, 3, 1] True
    #> range(0, 0) 0 [] False
    #> range(5, 2) 0 [] False
    #> range(-3, 3) 6 [-3, -2, -1, 0, 1, 2] True
print(range(10)[3], range(10)[-1], range(0, 100, 10)[2:5], range(10)[::-1], range(5)[:0], range(3).start, range(3).stop, range(3).step)
#> 3 9 range(20, 50, 10) range(9, -1, -1) range(0, 0) 0 3 1
for call in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.0), lambda: range("a"), lambda: range(3)[3], lambda: range(1, 2, 3, 4), lambda: range(3)["a"]):
    try:
        call()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
        #> TypeError range expected at least 1 argument, got 0
        #> ValueError range() arg 3 must not be zero
        #> TypeError 'float' object cannot be interpreted as an integer
        #> TypeError 'str' object cannot be interpreted as an integer
        #> IndexError range object index out of range
        #> TypeError range expected at most 3 arguments, got 4
        #> TypeError range indices must be integers or slices, not str
