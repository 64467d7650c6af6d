# Bytes of a dict of n ints, for n from 0 to 19, 100 and 1000: the whole curve of a profile.
import gc

def filled(n):
    made = {}
    for key in range(n):
        made[key] = key
    return made

def bytes_of(n):
    filled(n)
    before = gc.mem_alloc()
    kept = filled(n)
    return gc.mem_alloc() - before

print(*[bytes_of(n) for n in range(20)])
print(bytes_of(100), bytes_of(1000))
