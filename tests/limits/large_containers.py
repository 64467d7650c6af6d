# Containers past 65,535 entries.
# heap: 67108864
a = list(range(70000))
d = dict.fromkeys(range(70000), 1)
s = set(range(70000))
t = tuple(a)
text = 'x' * 70000 + 'é'
print(a[69999], len(d), 69999 in d, 70000 in d, 69999 in s, t[-1], len(text), text[-1], text.index('é'))
#> 69999 70000 True False True 69999 70001 é 70000
del d[0], d[69999]
s -= set(range(60000))
print(len(d), len(s), sum(d.values()), max(s))  #> 69998 10000 69998 69999
