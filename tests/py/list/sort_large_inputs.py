# Sorting hundreds of items: random, sorted, reversed, many equal, mixed runs.
def numbers(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        yield x >> 8
def check(a):
    b = sorted(a)
    assert len(b) == len(a) and all(b[i] <= b[i + 1] for i in range(len(b) - 1))
    assert sorted(a, reverse=True) == b[::-1]
    return sum((i + 1) * v for i, v in enumerate(b)) % 1000003
print(check(list(numbers(500))), check(list(range(300))), check(list(range(300, 0, -1))))
#> 877792 999876 45023
print(check([v % 7 for v in numbers(400)]), check([v % 100 + 0.5 for v in numbers(200)]))
#> 344329 309403.0
print(check(list(range(100)) + list(range(50, 150)) + [3] * 20))  #> 233669
indexed = [(v % 5, i) for i, v in enumerate(numbers(200))]
indexed.sort(key=lambda p: p[0])
print(all(a < b for a, b in zip(indexed, indexed[1:])))  #> True
