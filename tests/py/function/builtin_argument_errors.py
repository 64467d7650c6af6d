# Builtins reject wrong arguments with CPython's messages.
for call in (lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: abs("x"), lambda: [].append(), lambda: {}.get(), lambda: ord(), lambda: isinstance(1),
             lambda: len(x=1), lambda: "a".join(), lambda: print(foo=1), lambda: sorted(), lambda: max(), lambda: iter(5), lambda: next([]), lambda: sum(1), lambda: range(1, k=2)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> len() takes exactly one argument (0 given)
        #> len() takes exactly one argument (2 given)
        #> object of type 'int' has no len()
        #> bad operand type for abs(): 'str'
        #> list.append() takes exactly one argument (0 given)
        #> get expected at least 1 argument, got 0
        #> ord() takes exactly one argument (0 given)
        #> isinstance expected 2 arguments, got 1
        #> len() takes no keyword arguments
        #> str.join() takes exactly one argument (0 given)
        #> 'foo' is an invalid keyword argument for print()
        #> sorted expected 1 argument, got 0
        #> max expected at least 1 argument, got 0
        #> 'int' object is not iterable
        #> 'list' object is not an iterator
        #> 'int' object is not iterable
        #> range() takes no keyword arguments
