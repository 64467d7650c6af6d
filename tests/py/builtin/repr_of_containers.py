# repr of every container calls repr of its items.
class R:
    def __repr__(self): return "<R>"
    def __str__(self): return "str"
r = R()
print([r], (r,), {r: r}, {"k": [r, (r, {1: r})]}, {r}, frozenset([r]), str([r]), f"{r} {[r]}", "%s %r" % (r, r))
#> [<R>] (<R>,) {<R>: <R>} {'k': [<R>, (<R>, {1: <R>})]} {<R>} frozenset({<R>}) [<R>] str [<R>] str <R>
print(repr("a"), repr([1, "a", None, True, 2.5, b"x", ..., (), {}, set(), frozenset(), range(3), slice(1)]))
#> 'a' [1, 'a', None, True, 2.5, b'x', Ellipsis, (), {}, set(), frozenset(), range(0, 3), slice(None, 1, None)]
class Bad:
    def __repr__(self): return 5
try:
    repr([Bad()])
except TypeError as error:
    print(error)  #> __repr__ returned non-string (type int)
