# A list subclass: own methods, overridden methods, builtin behaviour.
class Stack(list):
    def __init__(self, items=(), name="s"):
        super().__init__(items)
        self.name = name
    def push(self, x): self.append(x)
    def __getitem__(self, i): return ("got", super().__getitem__(i))
    def __repr__(self): return "Stack" + super().__repr__()
s = Stack([1, 2], name="n")
s.push(3)
print(s, len(s), s[0], s[-1], list(s), s == [1, 2, 3], s + [4], type(s + [4]).__name__, isinstance(s, list), s.name, s.pop(), 2 in s, sorted(s, reverse=True))
#> Stack[1, 2] 3 ('got', 1) ('got', 3) [1, 2, 3] True [1, 2, 3, 4] list True n 3 True [2, 1]
s[0] = 9
del s[1]
s.extend((5, 6))
print(s, s.index(5), [x for x in s], bool(Stack()), s[0:1])
#> Stack[9, 5, 6] 1 [9, 5, 6] False ('got', [9])
