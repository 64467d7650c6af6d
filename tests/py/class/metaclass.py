# A metaclass sees and shapes its classes.
class Meta(type):
    def __new__(meta, name, bases, namespace, **kw):
        namespace["tag"] = kw.get("tag", "none")
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        registry.append(name)
    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.made = True
        return instance
    def __len__(cls): return 7
    def helper(cls): return cls.__name__ + " helped"
    @property
    def upper(cls): return cls.__name__.upper()
registry = []
class A(metaclass=Meta): pass
class B(A, tag="tagged"):
    def __init__(self, x): self.x = x
print(registry, A.tag, B.tag, B(3).made, B(3).x, len(B), type(B).__name__, A.helper(), B.upper, hasattr(B(1), "helper"))
#> ['A', 'B'] none tagged True 3 7 Meta A helped B False
