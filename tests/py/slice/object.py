# slice objects: attributes, repr, indices, comparison.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2).step, s == slice(1, 10, 2), s == slice(1, 10))
#> slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) None True False
print(s.indices(6), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(10, 0, -3).indices(7), slice(20).indices(5))
#> (1, 6, 2) (4, -1, -1) (7, 10, 1) (6, 0, -3) (0, 5, 1)
for call in (lambda: slice(), lambda: slice(1, 2, 0).indices(5), lambda: slice("a").indices(5), lambda: slice(1).indices(-1), lambda: hash(slice(1))):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError slice expected at least 1 argument, got 0
        #> ValueError slice step cannot be zero
        #> TypeError slice indices must be integers or None or have an __index__ method
        #> ValueError length should not be negative
        #> TypeError unhashable type: 'slice'
