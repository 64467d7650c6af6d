# Deques: both ends, bounds, rotation.
from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2], list(d), 3 in d, 9 in d, bool(d), bool(deque()))
#> deque([0, 1, 2, 3, 4]) 5 0 4 2 [0, 1, 2, 3, 4] True False True False
print(d.pop(), d.popleft(), d)  #> 4 0 deque([1, 2, 3])
d.extend([5, 6]); d.extendleft("ab")
print(d, d.index(3), d.count(5))  #> deque(['b', 'a', 1, 2, 3, 5, 6]) 4 1
d.rotate(2); print(d)  #> deque([5, 6, 'b', 'a', 1, 2, 3])
d.rotate(-3); print(d)  #> deque(['a', 1, 2, 3, 5, 6, 'b'])
d.rotate(100); print(d)  #> deque([6, 'b', 'a', 1, 2, 3, 5])
d.rotate(1); d.rotate(-1); d.rotate(0); print(d)  #> deque([6, 'b', 'a', 1, 2, 3, 5])
d.reverse(); print(d, list(reversed(d)))
#> deque([5, 3, 2, 1, 'a', 'b', 6]) [6, 'b', 'a', 1, 2, 3, 5]
d.remove("a"); d.insert(1, "new"); d[0] = "first"; del d[-1]
print(d)  #> deque(['first', 'new', 3, 2, 1, 'b'])
m = deque(range(10), maxlen=3)
print(m, m.maxlen)  #> deque([7, 8, 9], maxlen=3) 3
m.append(10); m.appendleft(0); m.extend([1, 2]); m.extendleft([7, 8, 9, 10])
print(m)  #> deque([10, 9, 8], maxlen=3)
z = deque("abc", 0); z.append(1); z.appendleft(2); print(z)  #> deque([], maxlen=0)
print(d.copy() == d, d.copy() is d, deque([1]) == [1], deque([1]) != deque([1]), deque([1, 2]) < deque([1, 3]))
#> True False False False True
e = deque([1]) + deque([2]); e += [3]; e += e; print(e, e * 2, deque([1], 3) * 5)
#> deque([1, 2, 3, 1, 2, 3]) deque([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]) deque([1, 1, 1], maxlen=3)
e.clear(); print(e)  #> deque([])
f = deque([1]); f.append(f); print(f)  #> deque([1, [...]])
g = deque()
for i in range(1000):
    g.append(i)
    if i % 3 == 2:
        assert g.popleft() == i // 3
print(len(g), g[0], g[-1], g[100])  #> 667 333 999 433
h = deque()
for i in range(100):
    h.appendleft(i)
print([h.popleft() for _ in range(5)], h.pop(), len(h), h[3], h[-2], sum(h))
#> [99, 98, 97, 96, 95] 0 94 91 2 4465
h.append("end"); h.appendleft("start")
print(h[0], h[1], h[-1], len(h), h.index(50))  #> start 94 end 96 45
print(deque.__module__, deque, type(d).__name__)  #> collections <class 'collections.deque'> deque
while h: h.popleft()
print(h, len(h))  #> deque([]) 0
