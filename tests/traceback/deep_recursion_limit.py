# A recursion beyond the limit is folded.
import sys


def again(n):
    return again(n + 1) + 1


sys.setrecursionlimit(60)
again(0)
