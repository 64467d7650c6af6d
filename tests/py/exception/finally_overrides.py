# return, break and continue in finally replace what was going on.
def returns():
    try: return "try"
    finally: return "finally"
def swallows():
    try: raise ValueError
    finally: return "swallowed"
def loops():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append("f%d" % i)
    return out
def breaks():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return i
def value_is_kept():
    x = 1
    try: return x
    finally: x = 2
def continues():
    n = 0
    while n < 3:
        n += 1
        try: 1 / 0
        finally: continue
    return n
print(returns(), swallows(), loops(), breaks(), value_is_kept(), continues())
#> finally swallowed [0, 'f0', 'f1', 2, 'f2', 'f3'] 0 1 3
