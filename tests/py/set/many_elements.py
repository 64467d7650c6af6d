# Thousands of elements inserted and removed.
s = set()
for i in range(3000):
    s.add(i * 37 % 5003)
print(len(s), 37 in s, 5002 in s, sum(s))  #> 3000 True True 7454163
for i in range(0, 3000, 3):
    s.discard(i * 37 % 5003)
print(len(s), 37 in s, 111 in s, sum(s), min(s), max(s))  #> 2000 True False 4961415 2 5000
t = {x for x in s if x % 2}
print(len(t), len(s & t), len(s - t), len(s ^ t), t <= s)  #> 999 999 1001 1001 True
