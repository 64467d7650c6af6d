# Class scopes are invisible from methods; free variables of the function are not.
x = "global"
def f():
    x = "function"
    class C:
        x = "class"
        y = x
        def method(self): return x
        z = [x for _ in range(1)]
    return C
C = f()
print(C.x, C.y, C().method(), C.z)  #> class class function ['function']
class D:
    x = x + "!"
    items = [i for i in x]
print(D.x, len(D.items))  #> global! 7
