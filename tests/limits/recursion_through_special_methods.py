# Attribute hooks, operators, __call__, str and iteration, thousands deep.
# oracle: none, CPython would need its native stack for this
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
class R:
    def __init__(self, n): self.n = n
    def __getattr__(self, name): return name if self.n == 0 else getattr(R(self.n - 1), name)
    def __add__(self, other): return other if self.n == 0 else R(self.n - 1) + other
    def __call__(self, x): return x if self.n == 0 else R(self.n - 1)(x)
    def __str__(self): return "s" if self.n == 0 else str(R(self.n - 1))
    def __iter__(self): return iter("ab") if self.n == 0 else iter(R(self.n - 1))
    def __len__(self): return 7 if self.n == 0 else len(R(self.n - 1))
    def __lt__(self, other): return True if self.n == 0 else R(self.n - 1) < other
    def __bool__(self): return True if self.n == 0 else bool(R(self.n - 1))
    def __contains__(self, x): return True if self.n == 0 else x in R(self.n - 1)
    def __getitem__(self, i): return i if self.n == 0 else R(self.n - 1)[i]
r = R(3000)
print(r.missing, r + 5, r(6), str(r), f"{r}", list(r), len(r), r < 1, bool(r), 1 in r, r[8])
#> missing 5 6 s s ['a', 'b'] 7 True True True 8
