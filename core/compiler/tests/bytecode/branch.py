def tests(a, b, c):
    if a < b and not (b == 3 or c is None):
        return 1
    elif a in (1, 2, 3) or b not in c:
        return 2
    if a <= b < c:
        return 3
    if a == "text":
        return 4
    return a or b and c

def values(a, b):
    x = a if a > b else b
    y = not a < b
    z = 0 < a < b
    return x, y, z, a is not b

def early(items):
    for item in items:
        if item is None:
            continue
        if item > 3 or item == -1:
            break
    return item

def sure(flag):
    if flag:
        x = 1
    else:
        x = 2
    return x

def unsure(flag):
    if flag:
        x = 1
    return x
