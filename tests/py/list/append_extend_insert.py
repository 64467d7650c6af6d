# Growing a list.
a = [1]
a.append(2); a.append([3]); print(a)  #> [1, 2, [3]]
a.extend([4, 5]); a.extend("xy"); a.extend(i for i in range(2)); print(a)
#> [1, 2, [3], 4, 5, 'x', 'y', 0, 1]
a.insert(0, "first"); a.insert(100, "last"); a.insert(-1, "before last"); a.insert(-100, "very first"); print(a)
#> ['very first', 'first', 1, 2, [3], 4, 5, 'x', 'y', 0, 1, 'before last', 'last']
a = [1, 2]; a.extend(a); print(a)  #> [1, 2, 1, 2]
print(a.append(0), a.extend(()))  #> None None
for call in (lambda: a.extend(5), lambda: a.append(), lambda: a.append(1, 2), lambda: a.insert("x", 1), lambda: a.insert(1)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'int' object is not iterable
        #> list.append() takes exactly one argument (0 given)
        #> list.append() takes exactly one argument (2 given)
        #> 'str' object cannot be interpreted as an integer
        #> insert expected 2 arguments, got 1
