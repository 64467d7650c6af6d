# An error at module level.
x = {"a": 1}
print(x["a"])
print(x["b"])
