# Printing nested lists and lists that contain themselves.
a = [1, "x", 2.5, None, (1,), {"k": []}]
a.append(a)
print(a)  #> [1, 'x', 2.5, None, (1,), {'k': []}, [...]]
b = []
c = [b]
b.append(c)
print(b, [[]] * 3)  #> [[[...]]] [[], [], []]
