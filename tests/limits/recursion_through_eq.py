# A key's __eq__ that looks itself up in a dict, five thousand levels deep.
# oracle: none, CPython would need its native stack for this
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other):
        if self.n == 0: return True
        return {Key(self.n - 1): 'found'}[Key(0)] == 'found'
print({Key(5000): 1}[Key(0)])
#> 1
