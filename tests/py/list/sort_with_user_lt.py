# Sorting uses only __lt__.
class Card:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return "C%d" % self.n
cards = [Card(n) for n in (5, 2, 8, 1)]
cards.sort(); print(cards)  #> [C1, C2, C5, C8]
print(sorted(cards, reverse=True), min(cards), max([Card(1), Card(1)], key=lambda c: c.n))
#> [C8, C5, C2, C1] C1 C1
