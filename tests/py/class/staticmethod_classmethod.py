# staticmethod and classmethod through class and instance, with inheritance.
class A:
    count = 0
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    @classmethod
    def make(cls):
        cls.count += 1
        return cls()
class B(A): pass
print(A.s(2), A().s(3), A.c(1), A().c(2), B.c(3), B().c(4), type(B.make()).__name__, A.count, B.count)
#> 4 6 ('A', 1) ('A', 2) ('B', 3) ('B', 4) B 0 1
print(A.__dict__["s"].__func__(5), A.c.__self__, B().make.__func__ is A.make.__func__)
#> 10 <class '__main__.A'> True
f = staticmethod(lambda: "direct")
print(f())  #> direct
