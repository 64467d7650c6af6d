# count and index.
t = (1, 2, 1, 3, 1.0, True)
print(t.count(1), t.count(9), t.index(2), t.index(1, 1), t.index(3, -4))  #> 4 0 1 2 3
for args in ((9,), (2, 3), (1, 10)):
    try:
        t.index(*args)
    except ValueError as error:
        print(error)
        #> tuple.index(x): x not in tuple
        #> tuple.index(x): x not in tuple
        #> tuple.index(x): x not in tuple
