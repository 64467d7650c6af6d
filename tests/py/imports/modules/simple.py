"A module."
value = 42
_private = "hidden"
def double(x): return x * 2
print("simple is running as", __name__)
