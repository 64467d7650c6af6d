# Nested finally blocks run inside out, also for exceptions and returns.
log = []
def f(kind):
    try:
        try:
            if kind == 0: return "returned"
            if kind == 1: raise KeyError("k")
            log.append("body")
        finally:
            log.append("inner")
    except KeyError:
        log.append("caught")
        return "caught"
    finally:
        log.append("outer")
    return "end"
print([f(i) for i in range(3)], log)
#> ['returned', 'caught', 'end'] ['inner', 'outer', 'inner', 'caught', 'outer', 'body', 'inner', 'outer']
def loops():
    out = []
    for i in range(2):
        try:
            for j in range(3):
                try:
                    if j == 1: break
                    out.append((i, j))
                finally:
                    out.append("j")
            else:
                out.append("never")
        finally:
            out.append("i")
    return out
print(loops())  #> [(0, 0), 'j', 'j', 'i', (1, 0), 'j', 'j', 'i']
