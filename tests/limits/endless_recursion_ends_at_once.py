# Recursion without an end costs time in proportion to the memory it fills, also while it unwinds.
# heap: 33554432
import time


def down():
    try:
        return down()
    except ValueError:
        return None


start = time.process_time()
try:
    down()
except (RecursionError, MemoryError):
    print("ended", time.process_time() - start < 20)  #> ended True
