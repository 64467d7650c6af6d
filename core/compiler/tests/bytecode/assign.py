def tuples(a, b, c):
    a, b = b, a
    a, b, c = b, c, a + b
    (a, *b), c = c
    a = b = c
    a.x, b[0] = b, a
    [a] = c
    return a

def slices(a, i, j):
    a[i:j] = a[1:]
    a[::2] = a[i, j:]
    del a[i], a.x, a[:], j
    return a[-1], a["key"], a[j]

count = 0

def globals_(n):
    global count
    count += n
    return count

x: int = 1
y: "text"
