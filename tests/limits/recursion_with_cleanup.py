# An exception unwinds fifty thousand frames, each with a finally.
# heap: 134217728
import sys
sys.setrecursionlimit(1000000)
count = 0
def down(n):
    global count
    try:
        if n == 0: raise ValueError('bottom')
        down(n - 1)
    finally:
        count += 1
try:
    down(50000)
except ValueError as error:
    print(error, count)  #> bottom 50001
