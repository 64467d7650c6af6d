# Functions are descriptors, hashable and comparable by identity.
def f(self): return ("called", self)
def g(self): pass
bound = f.__get__(5)
print(bound(), bound.__self__, bound.__func__ is f, f == f, f == g, len({f, g, f}), callable(f), f.__call__(7))
#> ('called', 5) 5 True True False 2 True ('called', 7)
