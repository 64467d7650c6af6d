# Searching by value.
a = [1, "x", 2.0, 1, None, True]
print(a.index(1), a.index(1, 1), a.index(2), a.index(None), a.index("x", 0, 2), a.count(1), a.count("q"), a.index(1, -3))
#> 0 3 2 4 1 3 0 3
for args in ((99,), (1, 4, 5), ("x", 2)):
    try:
        a.index(*args)
    except ValueError as error:
        print(error)
        #> 99 is not in list
        #> 1 is not in list
        #> 'x' is not in list
