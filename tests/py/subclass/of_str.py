# A str subclass: methods return plain strings.
class Name(str):
    def shout(self): return self.upper() + "!"
    def __add__(self, o): return "added"
n = Name("bob")
n.tag = 1
print(n, n.shout(), n + "x", "x" + n, type(n.upper()).__name__, n == "bob", hash(n) == hash("bob"), {"bob": 1}[n], len(n), n[0], n.tag, isinstance(n, str), repr(n), "%s" % n, f"{n:>5}", ",".join([n, n]))
#> bob BOB! added xbob str True True 1 3 b 1 True 'bob' bob   bob bob,bob
