# Equal numbers have equal hashes, whatever their types.
print(hash(0), hash(1), hash(-1), hash(-2), hash(True), hash(1.0), hash(2**30) == hash(float(2**30)))
#> 0 1 -2 -2 1 1 True
print(hash(10**20) == hash(1e20), hash(2**62 + 1) == hash(2**62 + 1), {1: "a", True: "b", 1.0: "c"})
#> True True {1: 'c'}
d = {10**20: "big"}
print(d[1e20], d.get(100000000000000000000), 2**53 in {float(2**53)})  #> big big True
