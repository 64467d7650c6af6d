# Functions defined in branches, loops and functions.
if True:
    def f(): return "first"
else:
    def f(): return "second"
print(f())  #> first
made = []
for i in range(3):
    def g(x=i): return x * 10
    made.append(g)
print([g() for g in made], made[0] is made[1])  #> [0, 10, 20] False
def outer(a):
    def middle(b):
        def inner(c):
            return a, b, c
        return inner
    return middle
print(outer(1)(2)(3))  #> (1, 2, 3)
