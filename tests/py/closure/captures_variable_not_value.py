# A closure sees later changes of the variable.
def make():
    x = 1
    def get(): return x
    x = 2
    return get
print(make()())  #> 2
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  #> [2, 2, 2]
def loop():
    out = []
    for k in range(3):
        out.append(lambda: k)
    return [f() for f in out]
print(loop())  #> [2, 2, 2]
