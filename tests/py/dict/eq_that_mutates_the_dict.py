# A key's __eq__ that changes the dict during a lookup must not confuse it.
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 3
    def __eq__(self, other):
        if armed:
            armed.pop()
            d.clear()
            for i in range(20):
                d[i + 100] = i
        return self.n == other.n if isinstance(other, Key) else False
armed = []
d = {Key(1): 1, Key(2): 2, Key(3): 3}
armed.append(1)
try:
    print(d[Key(3)])
except KeyError:
    print("KeyError")  #> KeyError
print(len(d), d[105])  #> 20 5
