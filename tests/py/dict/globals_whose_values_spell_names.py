# A global whose value is the name of the next one is not mistaken for it when the namespace grows.
mode = "run"
run = 5
def f(): return run
print([f() for i in range(3)])  #> [5, 5, 5]
a = 1; b = 2; c = 3; d = 4; e = 5; g = 6; h = 7; j = 8; k = 9; l = 10
print([f() for i in range(3)], mode)  #> [5, 5, 5] run
globals()[1, 2] = "a key whose hash is kept"
print([f() for i in range(3)], globals()[1, 2])  #> [5, 5, 5] a key whose hash is kept
class Kind:
    label = "size"
    size = 1
def g(): return Kind.size
print([g() for i in range(3)])  #> [1, 1, 1]
for i in range(12):
    setattr(Kind, "extra%d" % i, i)
print([g() for i in range(3)])  #> [1, 1, 1]
