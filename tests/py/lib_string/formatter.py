# Formatter does what str.format does.
from string import Formatter
f = Formatter()
print(f.format("{} {1.real} {x[0]} {y!r:>6} {{}} {0:{w}}", 5, 6, x=[1], y="q", w=4) if 0 else f.format("{0} {1.real} {x[0]} {y!r:>6} {{}} {0:{w}}", 5, 6, x=[1], y="q", w=4))
print(f.format("{}-{}-{:03d}", "a", "b", 7), f.vformat("{a}", (), {"a": 1}), list(f.parse("x{a!r:>3}y{}z")))
class Default(Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, "<%s>" % key) if isinstance(key, str) else super().get_value(key, args, kwargs)
print(Default().format("{a} {b}", a=1))
for text in ("{", "}", "{0", "{} {0}"):
    try:
        f.format(text, 1, 2)
    except ValueError as error:
        print(error)
