# __slots__ forbid other attributes and need no dict.
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
class Q(P):
    __slots__ = ["z"]
class R(P): pass
p, q, r = P(1), Q(2), R(3)
q.z = 5
r.anything = 6
print(p.x, q.x, q.z, r.x, r.anything, r.__dict__, P.__slots__, hasattr(p, "__dict__"), hasattr(p, "y"))
#> 1 2 5 3 6 {'anything': 6} ('x', 'y') False False
def unknown(): p.w = 1
def unset(): return p.y
def delete(): del p.y
for call in (unknown, unset, delete, lambda: p.__dict__):
    try:
        call()
    except AttributeError as error:
        print(error)
        #> 'P' object has no attribute 'w'
        #> 'P' object has no attribute 'y'
        #> y
        #> 'P' object has no attribute '__dict__'
p.y = 7
del p.x
print(p.y, hasattr(p, "x"), type(P.x).__name__)  #> 7 False member_descriptor
try:
    class Clash:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)  #> 'a' in __slots__ conflicts with class variable
class One:
    __slots__ = "single"
o = One()
o.single = 1
print(o.single)  #> 1
