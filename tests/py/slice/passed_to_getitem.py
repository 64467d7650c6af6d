# What a class's __getitem__ receives for each spelling.
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
s = Show()
print(s[1], s[1:2], s[:], s[::2], s[1:2, 3], s[...], s[1,], s[-1:], s["k"], s[:, 1:2])
#> 1 slice(1, 2, None) slice(None, None, None) slice(None, None, 2) (slice(1, 2, None), 3) Ellipsis (1,) slice(-1, None, None) k (slice(None, None, None), slice(1, 2, None))
s[1:2] = 5  #> set slice(1, 2, None) 5
s[::3, ...] = 6  #> set (slice(None, None, 3), Ellipsis) 6
del s[2:]  #> del slice(2, None, None)
