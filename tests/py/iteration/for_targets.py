# Every kind of loop target.
for a, (b, *c) in [(1, "xyz"), (2, "w")]:
    print(a, b, c)
    #> 1 x ['y', 'z']
    #> 2 w []
class C: pass
o, d, items = C(), {}, [0, 0]
for o.attr in range(3): pass
for d["k"] in "ab": pass
for items[1] in (5, 6): pass
print(o.attr, d, items)  #> 2 {'k': 'b'} [0, 6]
for i, j in {1: 2, 3: 4}.items(): print(i + j)
#> 3
#> 7
for x, in [(1,), (2,)]: print(x)
#> 1
#> 2
for [p, q] in ["ab"]: print(p, q)  #> a b
