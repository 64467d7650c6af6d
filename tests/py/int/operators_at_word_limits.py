# Every binary operator on ints around the limits of the word, of 64 bits and beyond, plain and in place.
edges = [0, 1, -1, 2, 7, -7, 63, 64]
for power in (29, 30, 31, 32, 62, 63, 64):
    for near in (-1, 0, 1):
        edges += [2 ** power + near, -(2 ** power) + near]
total, errors = 0, 0
for a in edges:
    for b in edges:
        results = [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b]
        for operation in (lambda: a // b, lambda: a % b, lambda: a >> (b & 127), lambda: a << (b & 127), lambda: a >> b if b < 0 else 0):
            try:
                results.append(operation())
            except (ZeroDivisionError, ValueError) as error:
                errors += len(str(error))
        c = a
        c += b
        c *= 3
        c -= a
        c ^= b
        c |= 1
        c &= 2 ** 70 - 1
        c >>= 3
        results.append(c)
        for result in results:
            total = (total * 31 + result) % (2 ** 89 - 1)
print(len(edges), total, errors)  #> 50 5872307989665761748134910 25800

seed, mixed = 42, 2166136261
for turn in range(1000):
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    mixed = ((mixed ^ (seed & 255)) * 16777619) & 0xffffffff
print(seed, mixed)  #> 1363713826 2766484645
x = 2 ** 40
y = x
y += 1
print(x, y, x is y, -x - 1, x * x, x // 3, x % 1000, x >> 20, x & 0xff00000000)
#> 1099511627776 1099511627777 False -1099511627777 1208925819614629174706176 366503875925 776 1048576 0
