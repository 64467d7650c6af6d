# __getitem__ alone makes a class iterable and searchable.
class Squares:
    def __getitem__(self, i):
        if i >= 5: raise IndexError("end")
        return i * i
s = Squares()
print(list(s), 9 in s, 7 in s, sum(s), max(s), [*s], tuple(s)[1:], dict(enumerate(s))[2])
#> [0, 1, 4, 9, 16] True False 30 16 [0, 1, 4, 9, 16] (1, 4, 9, 16) 4
a, b, *rest = s
print(a, b, rest)  #> 0 1 [4, 9, 16]
class Stops:
    def __getitem__(self, i):
        if i == 2: raise StopIteration
        return i
print(list(Stops()))  #> [0, 1]
