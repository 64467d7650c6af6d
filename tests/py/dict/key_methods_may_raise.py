# Errors in __hash__ and __eq__ come through and leave the dict intact.
class NoHash:
    def __hash__(self): raise ValueError("no hash")
class NoEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise RuntimeError("no eq")
class BadHash:
    def __hash__(self): return "x"
d = {1: "one"}
for call in (lambda: d[NoHash()], lambda: d[NoEq()], lambda: d.__setitem__(NoEq(), 2), lambda: d.__setitem__(BadHash(), 1), lambda: NoEq() in d):
    try:
        call()
    except (ValueError, RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError no hash
        #> RuntimeError no eq
        #> RuntimeError no eq
        #> TypeError __hash__ method should return an integer
        #> RuntimeError no eq
class EqOnly:
    def __eq__(self, other): return True
try:
    d[EqOnly()] = 1
except TypeError as error:
    print(error)  #> unhashable type: 'EqOnly'
print(d)  #> {1: 'one'}
