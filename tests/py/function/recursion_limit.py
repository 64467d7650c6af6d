# Endless recursion ends in RecursionError where a limit is set, and the program goes on.
import sys
sys.setrecursionlimit(200)
def down(n):
    return down(n + 1)
try:
    down(0)
except RecursionError as error:
    print(type(error).__name__, error)  #> RecursionError maximum recursion depth exceeded
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(100), sys.getrecursionlimit())  #> 100 200
