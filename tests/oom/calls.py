# Calls whose arguments have to be arranged, and what special methods return.
class Made:
    def __init__(self, a, b=2, *rest, k=3, **others):
        self.all = a, b, rest, k, others

    def __len__(self):
        return len(self.all)

    def __str__(self):
        return "made"

    def __iter__(self):
        return iter(self.all)


def every(a, b=[1], *rest, k=(3,), **others):
    return a, b, rest, k, others


def passes(*args, **kwargs):
    return every(*args, **kwargs)


for _ in range(2):
    passes(1, [2], "three", k="four", five="f" + "ive")
    made = Made(0, *[1, 2], k=[3], other={4: 5})
    len(made), str(made), repr(str(made)), [x for x in made]
    first, *middle, last = made
    Made(**{"a": 1, "other": 2})
try:
    every(1, a=2)
except TypeError:
    pass


class Ends:
    def __init__(self, *args, **others):
        self.held = args, others

    def __del__(self):
        self.held


for _ in range(3):
    Ends([1], [2], other=[3])
