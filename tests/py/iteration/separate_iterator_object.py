# An iterable may hand out independent iterators.
class Pairs:
    def __init__(self, items): self.items = items
    def __iter__(self): return PairsIterator(self.items)
class PairsIterator:
    def __init__(self, items): self.items, self.at = items, 0
    def __iter__(self): return self
    def __next__(self):
        if self.at + 1 >= len(self.items): raise StopIteration
        self.at += 1
        return self.items[self.at - 1], self.items[self.at]
p = Pairs([1, 2, 3])
print([(x, y) for x in p for y in p], list(p), list(p))
#> [((1, 2), (1, 2)), ((1, 2), (2, 3)), ((2, 3), (1, 2)), ((2, 3), (2, 3))] [(1, 2), (2, 3)] [(1, 2), (2, 3)]
