# Formatter does what str.format does.
from string import Formatter
f = Formatter()
print(f.format("{} {1.real} {x[0]} {y!r:>6} {{}} {0:{w}}", 5, 6, x=[1], y="q", w=4) if 0 else f.format("{0} {1.real} {x[0]} {y!r:>6} {{}} {0:{w}}", 5, 6, x=[1], y="q", w=4))
#> 5 6 1    'q' {}    5
print(f.format("{}-{}-{:03d}", "a", "b", 7), f.vformat("{a}", (), {"a": 1}), list(f.parse("x{a!r:>3}y{}z")))
#> a-b-007 1 [('x', 'a', '>3', 'r'), ('y', '', '', None), ('z', None, None, None)]
class Default(Formatter):
    def get_value(self, key, args, kwargs): return kwargs.get(key, "<%s>" % key) if isinstance(key, str) else super().get_value(key, args, kwargs)
print(Default().format("{a} {b}", a=1))  #> 1 <b>
for text in ("{", "}", "{0", "{} {0}"):
    try:
        f.format(text, 1, 2)
    except ValueError as error:
        print(error)
        #> Single '{' encountered in format string
        #> Single '}' encountered in format string
        #> expected '}' before end of string
        #> cannot switch from manual field specification to automatic field numbering
