# An AttributeError inside a property falls through to __getattr__.
class C:
    @property
    def p(self): return self.missing
    def __getattr__(self, name): return "fallback " + name
class D:
    @property
    def p(self): return self.missing
print(C().p)  #> fallback missing
try:
    D().p
except AttributeError as error:
    print(error)  #> 'D' object has no attribute 'missing'
