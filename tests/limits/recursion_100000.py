# A hundred thousand calls in each other: limited by the arena alone.
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)
print(down(100000))  #> 100000
class C:
    def down(self, n):
        if n == 0: return 0
        return self.down(n - 1) + 1
print(C().down(100000))  #> 100000
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100000))  #> True
