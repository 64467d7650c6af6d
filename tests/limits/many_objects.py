# Two hundred thousand live objects.
# heap: 67108864
items = [(i, str(i)) for i in range(100000)]
d = {i: [i] for i in range(50000)}
print(len(items), items[-1], len(d), d[49999], sum(len(s) for _, s in items))
#> 100000 (99999, '99999') 50000 [49999] 488890
del items, d
again = [[] for _ in range(100000)]
print(len(again))  #> 100000
