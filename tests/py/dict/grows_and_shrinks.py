# Many inserts and deletes keep every key findable.
d = {}
for i in range(2000):
    d[i * 7919 % 10007] = i
print(len(d), d[7919], d[7919 * 1999 % 10007], sum(d.values()))  #> 2000 1 1999 1999000
for i in range(0, 2000, 2):
    del d[i * 7919 % 10007]
print(len(d), sum(d.values()), 7919 in d, 15838 % 10007 in d)  #> 1000 1000000 True False
for i in range(500):
    d["s%d" % i] = i
print(len(d), d["s499"], list(d)[-2:], list(d)[:3])  #> 1500 499 ['s498', 's499'] [7919, 3743, 9574]
while d:
    d.popitem()
print(d)  #> {}
