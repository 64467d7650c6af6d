# Attributes of classes and instances, methods, bound and unbound.
# needs: compiler.docstrings
class Point:
    "A point."
    kind = "2d"
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def moved(self, dx):
        return Point(self.x + dx, self.y)
p = Point(1)
q = p.moved(5)
print(p.x, p.y, q.x, p.kind, Point.kind, Point.moved(q, 1).x, Point.__name__, Point.__doc__, Point.__module__)
#> 1 0 6 2d 2d 7 Point A point. __main__
p.kind = "own"
p.extra = [1]
print(p.kind, q.kind, p.__dict__, q.__dict__)
#> own 2d {'x': 1, 'y': 0, 'kind': 'own', 'extra': [1]} {'x': 6, 'y': 0}
Point.kind = "changed"
print(p.kind, q.kind)  #> own changed
del p.kind
print(p.kind)  #> changed
