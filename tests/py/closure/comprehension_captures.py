# Comprehensions see enclosing locals and have their own loop variables.
def f(n):
    i = "kept"
    squares = [i * i for i in range(n)]
    pairs = [(a, b, n) for a in range(2) for b in range(a + 1)]
    fs = [lambda j=j: j + n for j in range(3)]
    return i, squares, pairs, [g() for g in fs]
print(f(4))  #> ('kept', [0, 1, 4, 9], [(0, 0, 4), (1, 0, 4), (1, 1, 4)], [4, 5, 6])
