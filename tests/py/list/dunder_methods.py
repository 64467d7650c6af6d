# The special methods are callable by name.
a = [1, 2, 3]
print(a.__len__(), a.__getitem__(1), a.__contains__(2), a.__add__([4]), a.__mul__(2), a.__eq__([1]), a.__lt__([2]))
#> 3 2 True [1, 2, 3, 4] [1, 2, 3, 1, 2, 3] False True
print(a.__eq__(5), list.__len__(a), list.append(a, 9), a, a.__iter__().__next__(), a.__reversed__().__next__())
#> NotImplemented 3 None [1, 2, 3, 9] 1 9
a.__setitem__(0, "z"); a.__delitem__(1); a.__iadd__([7]); print(a)  #> ['z', 3, 9, 7]
try:
    list.append((), 1)
except TypeError as error:
    print(error)  #> descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
