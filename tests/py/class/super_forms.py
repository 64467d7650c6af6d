# super() in class methods, static context, nested functions and with attributes.
class A:
    value = 1
    @classmethod
    def make(cls): return "A.make of " + cls.__name__
    @property
    def prop(self): return "A.prop"
    def __getitem__(self, key): return ("A", key)
class B(A):
    value = 2
    @classmethod
    def make(cls): return "B then " + super().make()
    @property
    def prop(self): return "B then " + super().prop
    def parent_value(self): return super().value
    def nested(self):
        return [super(B, self).value for _ in range(2)]
    def item(self, key): return super().__getitem__(key)
print(B.make(), B().prop, B().parent_value(), B().nested(), B().item(5), super(B, B).make())
#> B then A.make of B B then A.prop 1 [1, 1] ('A', 5) A.make of B
def outside():
    super().x
for call in (outside, lambda: super(B, 5), lambda: super(A, A()).nope, lambda: super(5)):
    try:
        call()
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
        #> RuntimeError super(): no arguments
        #> TypeError super(type, obj): obj must be an instance or subtype of type
        #> AttributeError 'super' object has no attribute 'nope'
        #> TypeError super() argument 1 must be a type, not int
