# Chained assignment, tuple swaps, nested targets.
a = b = c = [1]
a.append(2)
print(b, c is a)  #> [1, 2] True
x, y = 1, 2
x, y = y, x
print(x, y)  #> 2 1
(p, q), [r, (s,)] = (1, 2), (3, [4])
print(p, q, r, s)  #> 1 2 3 4
i, items = 0, [10, 20, 30]
i, items[i] = 2, "set at old or new index?"
print(i, items)  #> 2 [10, 20, 'set at old or new index?']
a, b = b, a = 1, 2
print(a, b)  #> 2 1
() = []
[] = ()
m, = [5]
print(m)  #> 5
