def inlined(rows, k):
    a = [x * k for row in rows for x in row if x]
    b = {key: value for key, value in rows}
    c = {x for x in a}
    return a, b, c

def function():
    return [lambda: x for x in range(3)]

def generator(rows, k):
    return sum(row + k for row in rows if row)

class Body:
    names = ["a", "b"]
    upper = [name.upper() for name in names]
