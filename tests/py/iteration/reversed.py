# reversed() by sequence protocol or __reversed__.
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})), list(reversed(Seq())))
#> [3, 2, 1] ['b', 'a'] [2, 1] [9, 6, 3, 0] ['b', 'a'] [20, 10, 0]
for bad in ({1}, 5, iter([]), (x for x in [])):
    try:
        reversed(bad)
    except TypeError as error:
        print(error)
        #> 'set' object is not reversible
        #> 'int' object is not reversible
        #> 'list_iterator' object is not reversible
        #> 'generator' object is not reversible
