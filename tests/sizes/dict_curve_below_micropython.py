# profiles: memory-first tiny
# The profiles that save memory need no more for a dict of n ints than MicroPython does on a 32-bit console,
# though theirs are ordered.
import gc

MICROPYTHON = [16, 32, 32, 48, 48, 64, 64, 80, 80, 96, 96, 112, 112, 160, 160, 160, 160, 160, 208, 208]

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

for n, limit in enumerate(MICROPYTHON):
    took = bytes_of(n)
    if took > limit:
        print(n, took, "is more than", limit)
print("looked at", len(MICROPYTHON))
