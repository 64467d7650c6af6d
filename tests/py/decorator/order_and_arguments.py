# Decorators are evaluated top down and applied bottom up.
def mark(name):
    print("make", name)
    def wrap(f):
        print("apply", name, f.__name__)
        def inner(*args):
            return name + "(" + f(*args) + ")"
        inner.__name__ = "inner_" + name
        return inner
    return wrap
@mark("a")
@mark("b")
def f(x):
    return x
    #> make a
    #> make b
    #> apply b f
    #> apply a inner_b
print(f("v"), f.__name__)  #> a(b(v)) inner_a
