# sorted(key=...) ten thousand levels deep.
# oracle: none, CPython would need its native stack for this
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
def depth(n):
    if n == 0: return 0
    return len(sorted([n - 1], key=depth)) + n
print(depth(10000))
#> 10001
