# profiles: classic27 studio
# Dicts as Python 2.7 made them and as a console studio tuned them, beside ours with the same knobs. Theirs are
# the figures that were printed at the time, by a debug build, which adds 16 bytes to each dict. The studio said
# that its tables grow at a load of 4/5; the printed row fits 3/4 (4/5 would keep 112 at 3, 160 at 6 and 256 at
# 12), so its steps come earlier than ours.
import gc

CLASSIC = [148] * 6 + [532] * 14
STUDIO = [64, 88, 112, 160, 160, 160] + [256] * 6 + [448] * 8

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

print(" n  ours  classic  studio")
for n in range(20):
    took = bytes_of(n)
    print("%2d %5d %8d %7d" % (n, took, CLASSIC[n], STUDIO[n]))
