# The methods of iterators by name, generators and coroutines.
for it in (iter([1, 2]), iter((1,)), iter("ab"), iter(b"a"), iter({1: 2}), iter(range(3)), reversed([1, 2]),
           enumerate("ab"), zip("ab", "cd"), map(str, "ab"), filter(None, "ab"), iter(int, 0), reversed((1, 2))):
    it.__iter__().__next__() if not str(it).startswith("<callable") else it.__iter__()
    if hasattr(it, "__length_hint__"):
        it.__length_hint__()
enumerate.__class_getitem__(int)
class Sequence:
    def __getitem__(self, n): return "ab"[n]
    def __len__(self): return 2
list(iter(Sequence())), list(reversed(Sequence())), list(reversed("ab")), reversed(Sequence()).__length_hint__()
for kind in (reversed(Sequence()), zip("a"), map(str, "a"), filter(None, "a")):
    kind.__iter__().__next__()
def generate(x):
    try:
        y = yield x
        yield y
    finally:
        x = None
g = generate(1)
g.__iter__(), g.__next__(), g.send(2), g.__repr__(), g.gi_code, g.gi_frame, g.gi_running, g.gi_suspended, g.gi_yieldfrom
g.__name__, g.__qualname__, g.close()
try:
    generate(1).throw(ValueError("x"))
except ValueError:
    pass
