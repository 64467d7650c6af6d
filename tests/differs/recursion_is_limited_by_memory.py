# differs: depth of recursion when no limit was set
# python:  RecursionError: maximum recursion depth exceeded
# here:    5000
# reason:  frames live in the arena, so its size is the limit
# instead: call sys.setrecursionlimit where a program relies on RecursionError
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(5000))
