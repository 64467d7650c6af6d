# What each kind of object takes of the heap, by the heap's own count before and after it was made.
import gc

def cost(make):
    make()
    before = gc.mem_alloc()
    kept = make()
    return gc.mem_alloc() - before

one, two, three = 1, "two", (3,)
half = 0.5
ten = "ten bytes!"
some = bytearray(ten, "ascii")

class Empty:
    pass

class Three:
    def __init__(self):
        self.a = self.b = self.c = 1

class Eight:
    def __init__(self):
        self.a = self.b = self.c = self.d = 1
        self.e = self.f = self.g = self.h = 1

    def method(self):
        pass

def adder(captured):
    def add():
        return captured
    return add

def bumper(count):
    def bump():
        nonlocal count
        count += 1
    return bump

def counter(last):
    yield last

def suspended():
    made = counter(1)
    next(made)
    return made

eight = Eight()
rows = [
    ("small int", lambda: one + 1),
    ("None, bool", lambda: (one is None) is None),
    ("int of 64 bits", lambda: one << 40),
    ("float", lambda: half + one),
    ("str of 10", lambda: ten[::-1]),
    ("tuple of 3", lambda: (one, two, three)),
    ("list empty", lambda: []),
    ("list of 10", lambda: [None] * 10),
    ("dict empty", lambda: {}),
    ("instance of 0", lambda: Empty()),
    ("instance of 3", lambda: Three()),
    ("instance of 8", lambda: Eight()),
    ("function", lambda: lambda: None),
    ("function with a captured value", lambda: adder(one)),
    ("function with a cell", lambda: bumper(one)),
    ("bound method", lambda: eight.method),
    ("generator that waits, 1 local", suspended),
    ("memoryview", lambda: memoryview(some)),
]
for name, make in rows:
    print(name, cost(make))
