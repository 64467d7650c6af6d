# Fields of tuples with names, read again and again, and a subclass that computes one.
from collections import deque, namedtuple

Point = namedtuple("Point", "x y")


class Scaled(Point):
    @property
    def x(self):
        return super().x * 10


for turn in range(3):
    for made in (Point(turn, 2), Scaled(turn, 3), Point._make([4, turn])):
        print(made.x, made.y, getattr(made, "y"), Point.x.__get__(made), made)
    for wrong in (lambda: made.z, lambda: setattr(made, "x", 5), lambda: delattr(made, "y"), lambda: Point(1)):
        try:
            wrong()
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
            #> 0 2 2 0 Point(x=0, y=2)
            #> 0 3 3 0 Scaled(x=0, y=3)
            #> 4 0 0 4 Point(x=4, y=0)
            #> AttributeError 'Point' object has no attribute 'z'
            #> AttributeError can't set attribute
            #> AttributeError can't delete attribute
            #> TypeError Point.__new__() missing 1 required positional argument: 'y'
            #> 1 2 2 1 Point(x=1, y=2)
            #> 10 3 3 1 Scaled(x=1, y=3)
            #> 4 1 1 4 Point(x=4, y=1)
            #> AttributeError 'Point' object has no attribute 'z'
            #> AttributeError can't set attribute
            #> AttributeError can't delete attribute
            #> TypeError Point.__new__() missing 1 required positional argument: 'y'
            #> 2 2 2 2 Point(x=2, y=2)
            #> 20 3 3 2 Scaled(x=2, y=3)
            #> 4 2 2 4 Point(x=4, y=2)
            #> AttributeError 'Point' object has no attribute 'z'
            #> AttributeError can't set attribute
            #> AttributeError can't delete attribute
            #> TypeError Point.__new__() missing 1 required positional argument: 'y'

queue = deque()
got = []
for turn in range(200):
    queue.append(turn)
    if turn % 3:
        got.append(queue.popleft())
while queue:
    got.append(queue.popleft())
print(got == list(range(200)), len(queue))  #> True 0
try:
    queue.popleft()
except IndexError as error:
    print(error)  #> pop from an empty deque
