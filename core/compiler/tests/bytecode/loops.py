def counted(n):
    total = 0
    for i in range(n):
        total += i
    else:
        total = -total
    return total

def endless(q):
    while True:
        item = q.get()
        if not item:
            return
        q.done(item)

def nested(rows):
    for row in rows:
        for key, value in row:
            if key:
                return value
            if value:
                break
        else:
            continue
        break

def halves(n):
    while n > 1:
        n //= 2
    return n
