# Semicolons, one-line suites, line continuation, comments everywhere.
a = 1; b = 2; print(a, b)  #> 1 2
if a: print("x"); print("y")
#> x
#> y
for i in range(2): print(i); continue
#> 0
#> 1
total = a + \
    b + \
    3
value = (a +  # comment inside
         b
         )
print(total, value) ; pass  #> 6 3
class C: x = 1; y = 2
def f(): a = 3; return a
print(C.x, C.y, f(), [1,
    2,  # two

    3,
])  #> 1 2 3 [1, 2, 3]
