# Every size from 0 to 40: lookup of present and absent keys.
for n in range(41):
    d = {}
    for i in range(n):
        d["key%d" % i] = i
    found = sum(d["key%d" % i] for i in range(n))
    assert found == n * (n - 1) // 2 and "key%d" % n not in d and len(d) == n
    for i in range(0, n, 3):
        del d["key%d" % i]
    assert [d[k] for k in d] == [i for i in range(n) if i % 3]
print("ok")  #> ok
