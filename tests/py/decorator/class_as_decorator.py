# An instance with __call__ replaces the function; state lives in attributes.
class Count:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *args):
        self.n += 1
        return self.f(*args)
    def __get__(self, obj, cls=None):
        return lambda *args: self(obj, *args)
@Count
def f(x): return x * 2
class C:
    @Count
    def m(self, x): return x + 1
print(f(2), f(3), f.n, C().m(4), C.__dict__["m"].n)  #> 4 6 2 5 1
