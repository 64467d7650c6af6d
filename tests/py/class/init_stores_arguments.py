# Classes whose __init__ only stores its arguments: whatever makes that observable must be observed.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

def make(cls, *args):
    return [cls(*args) for _ in range(4)]

for p in make(Point, 1, 2):
    print(p.x, p.y, list(p.__dict__.items()))
    #> 1 2 [('x', 1), ('y', 2)]
    #> 1 2 [('x', 1), ('y', 2)]
    #> 1 2 [('x', 1), ('y', 2)]
    #> 1 2 [('x', 1), ('y', 2)]

class Sub(Point):
    pass
for p in [Sub(1, 2), Sub(3, 4), Sub(5, 6), Sub(7, 8)]:
    print(type(p).__name__, p.x, p.y)
    #> Sub 1 2
    #> Sub 3 4
    #> Sub 5 6
    #> Sub 7 8

for i in range(4):
    try:
        Point(1)
    except TypeError as e:
        print(e)
    try:
        Point(1, 2, 3)
    except TypeError as e:
        print(e)
        #> Point.__init__() missing 1 required positional argument: 'y'
        #> Point.__init__() takes 3 positional arguments but 4 were given
        #> Point.__init__() missing 1 required positional argument: 'y'
        #> Point.__init__() takes 3 positional arguments but 4 were given
        #> Point.__init__() missing 1 required positional argument: 'y'
        #> Point.__init__() takes 3 positional arguments but 4 were given
        #> Point.__init__() missing 1 required positional argument: 'y'
        #> Point.__init__() takes 3 positional arguments but 4 were given

class Logged:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value * 2)
for i in range(4):
    p = Logged(i, i + 1)
    print(p.x, p.y)
    #> set x 0
    #> set y 1
    #> 0 2
    #> set x 1
    #> set y 2
    #> 2 4
    #> set x 2
    #> set y 3
    #> 4 6
    #> set x 3
    #> set y 4
    #> 6 8

class Late:
    def __init__(self, x, y):
        self.x = x
        self.y = y
for i in range(6):
    p = Late(i, -i)
    print(p.x, p.y)
    #> 0 0
    #> 1 -1
    #> 2 -2
    #> 3 -3
    #> ('late', 4) ('late', -4)
    #> ('late', 5) ('late', -5)
    if i == 3:
        Late.__setattr__ = lambda self, n, v: object.__setattr__(self, n, ("late", v))

class Prop:
    def __init__(self, x, y):
        self.x = x
        self.y = y
for i in range(6):
    p = Prop(i, -i)
    print(p.x, p.y, p.__dict__)
    #> 0 0 {'x': 0, 'y': 0}
    #> 1 -1 {'x': 1, 'y': -1}
    #> 2 -2 {'x': 2, 'y': -2}
    #> 30 -3 {'_x': 3, 'y': -3}
    #> 40 -4 {'_x': 4, 'y': -4}
    #> 50 -5 {'_x': 5, 'y': -5}
    if i == 2:
        Prop.x = property(lambda self: self.__dict__["_x"] * 10, lambda self, v: self.__dict__.__setitem__("_x", v))

class Swapped:
    def __init__(self, a, b):
        self.a = a
        self.b = b
for i in range(6):
    p = Swapped(i, i + 1)
    print(p.__dict__)
    #> {'a': 0, 'b': 1}
    #> {'a': 1, 'b': 2}
    #> {'a': 2, 'b': 3}
    #> {'b': 3, 'a': 4}
    #> {'b': 4, 'a': 5}
    #> {'b': 5, 'a': 6}
    if i == 2:
        def other(self, a, b):
            self.b = a
            self.a = b
        Swapped.__init__ = other

class Twice:
    def __init__(self, a, b):
        self.a = a
        self.a = b
for i in range(4):
    print(Twice(i, i + 1).__dict__)
    #> {'a': 1}
    #> {'a': 2}
    #> {'a': 3}
    #> {'a': 4}

class Crossed:
    def __init__(self, a, b):
        self.a = b
        self.b = a
for i in range(4):
    print(Crossed(i, i + 1).__dict__)
    #> {'a': 1, 'b': 0}
    #> {'a': 2, 'b': 1}
    #> {'a': 3, 'b': 2}
    #> {'a': 4, 'b': 3}

class Slotted:
    __slots__ = ("x", "y", "z")
    def __init__(self, x, y):
        self.x = x
        self.y = y
for i in range(4):
    p = Slotted(i, i + 1)
    try:
        print(p.x, p.y, p.z)
    except AttributeError as e:
        print(e)
        #> 'Slotted' object has no attribute 'z'
        #> 'Slotted' object has no attribute 'z'
        #> 'Slotted' object has no attribute 'z'
        #> 'Slotted' object has no attribute 'z'

class Reordered:
    __slots__ = ("y", "x")
    def __init__(self, x, y):
        self.x = x
        self.y = y
for i in range(4):
    p = Reordered(i, i + 1)
    print(p.x, p.y)
    #> 0 1
    #> 1 2
    #> 2 3
    #> 3 4

class Defaults:
    def __init__(self, x, y=5):
        self.x = x
        self.y = y
for i in range(4):
    print(Defaults(i).y, Defaults(i, i).y, Defaults(y=1, x=2).x)
    #> 5 0 2
    #> 5 1 2
    #> 5 2 2
    #> 5 3 2

class Dies:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
for i in range(4):
    Dies(i)
    #> del 0
    #> del 1
    #> del 2
    #> del 3

class More:
    def __init__(self, x):
        self.x = x
for i in range(4):
    p = More(i)
    p.extra = i
    p.another = i
    print(p.__dict__)
    del p.x
    print(p.__dict__)
    #> {'x': 0, 'extra': 0, 'another': 0}
    #> {'extra': 0, 'another': 0}
    #> {'x': 1, 'extra': 1, 'another': 1}
    #> {'extra': 1, 'another': 1}
    #> {'x': 2, 'extra': 2, 'another': 2}
    #> {'extra': 2, 'another': 2}
    #> {'x': 3, 'extra': 3, 'another': 3}
    #> {'extra': 3, 'another': 3}

class First:
    def __init__(self, x, y):
        self.x = x
        self.y = y
class Second(First):
    def __init__(self, y, x):
        self.y = y
        self.x = x
for i in range(4):
    print(First(i, i + 1).__dict__, Second(i, i + 1).__dict__)
    #> {'x': 0, 'y': 1} {'y': 0, 'x': 1}
    #> {'x': 1, 'y': 2} {'y': 1, 'x': 2}
    #> {'x': 2, 'y': 3} {'y': 2, 'x': 3}
    #> {'x': 3, 'y': 4} {'y': 3, 'x': 4}

class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.made = True
        return made
class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x
for i in range(4):
    print(Made(i).__dict__)
    #> {'x': 0, 'made': True}
    #> {'x': 1, 'made': True}
    #> {'x': 2, 'made': True}
    #> {'x': 3, 'made': True}

class Failure(Exception):
    def __init__(self, code):
        self.code = code
for i in range(4):
    try:
        raise Failure(i)
    except Failure as e:
        print(e.code, e.args)
        #> 0 (0,)
        #> 1 (1,)
        #> 2 (2,)
        #> 3 (3,)

class Frozen:
    __slots__ = ("x",)
    def __init__(self, x, y):
        self.x = x
        self.y = y
for i in range(4):
    try:
        Frozen(1, 2)
    except AttributeError as e:
        print(e)
        #> 'Frozen' object has no attribute 'y'
        #> 'Frozen' object has no attribute 'y'
        #> 'Frozen' object has no attribute 'y'
        #> 'Frozen' object has no attribute 'y'

import gc
class Node:
    def __init__(self, next):
        self.next = next
a = Node(None)
for i in range(5):
    a = Node(a)
n = 0
while a:
    n += 1
    a = a.next
print(n)  #> 6
