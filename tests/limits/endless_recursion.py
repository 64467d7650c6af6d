# Endless recursion ends the program cleanly.
# heap: 4194304
import sys
sys.setrecursionlimit(5000)
def f(): return f()
f()  #! RecursionError: maximum recursion depth exceeded
