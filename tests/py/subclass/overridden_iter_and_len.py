# Functions that take iterables use an overridden __iter__ and __len__.
class Odd(list):
    def __iter__(self): return iter([7, 8])
    def __len__(self): return 99
o = Odd([1, 2, 3])
print(len(o), [x for x in o], tuple(o), sum(o), max(o), list(zip(o, "ab")), [*o])
#> 99 [7, 8] (7, 8) 15 8 [(7, 'a'), (8, 'b')] [7, 8]
