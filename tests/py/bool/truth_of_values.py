# What is false: zeros, empties, None; and objects by __bool__ or __len__.
class Sized:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Both(Sized):
    def __bool__(self): return True
for value in (0, 0.0, -0.0, "", b"", (), [], {}, set(), frozenset(), None, False, range(0), Sized(0),
              1, -1, 0.1, " ", (0,), [0], {0: 0}, object(), range(1), Sized(2), Both(0), print, int):
    print(int(bool(value)), end="")  #> 000000000000001111111111111
print()
