# Key before value, conditions between loops.
def say(x):
    print(x, end=" ")
    return x
{say("k%d" % i): say("v%d" % i) for i in range(2)}
#> k0 v0 k1 v1 if0 0 if1 if2 2 c (0, 0) c (0, 1) c (1, 0) c (1, 1)
[say(i) for i in range(3) if say("if%d" % i) != "if1"]
[say((a, b)) for a in range(2) for b in range(2) if say("c")]
print()
