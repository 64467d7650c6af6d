# Class patterns, positional by __match_args__, and nested.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Circle:
    def __init__(self, center, r): self.center, self.r = center, r
def f(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x, y=0): return ("on x", x)
        case Point() as p: return ("point", p.x, p.y)
        case Circle(center=Point(x, y), r=r): return ("circle", x, y, r)
        case str(s) | bytes(s): return ("text", s)
        case int(n): return ("int", n)
        case _: return None
for v in (Point(0, 0), Point(3, 0), Point(1, 2), Circle(Point(1, 1), 5), "s", b"b", 5, 2.5):
    print(f(v))
    #> origin
    #> ('on x', 3)
    #> ('point', 1, 2)
    #> ('circle', 1, 1, 5)
    #> ('text', 's')
    #> ('text', b'b')
    #> ('int', 5)
    #> None
