def constants(x):
    return x + 1, x - 2, x * 3, x / 2.5, x ** 2, 3 - x, x + 1000, -x

def folded():
    return 2 ** 10 + 5 * -3, "ab" * 2 + "c", not 0, (1, 2) + (3,), 7 // -2

def augmented(x, o):
    x += 1
    x *= 0.5
    x -= o
    o.total += x
    o[x] <<= 2
    o[0] |= x
    return x

def deep(a, b, c):
    return (a + b) * (b - c) + a * b * c

def walrus(a):
    return a + (a := a * 2) + a
