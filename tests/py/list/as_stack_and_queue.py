# A thousand pushes and pops at both ends.
a = []
for i in range(1000):
    a.append(i)
total = 0
while a:
    total += a.pop() - a.pop(0)
print(total, a)  #> 250000 []
for i in range(100):
    a.insert(0, i)
print(a[:5], len(a))  #> [99, 98, 97, 96, 95] 100
