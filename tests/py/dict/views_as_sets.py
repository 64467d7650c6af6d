# keys() and items() behave like sets.
a, b = {"x": 1, "y": 2}, {"y": 2, "z": 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
#> ['y'] ['x', 'y', 'z'] ['x'] ['x', 'z']
print(sorted(a.items() & b.items()), a.keys() == {"x", "y"}, a.keys() <= {"x", "y", "w"}, a.keys().isdisjoint(["q"]), a.items() == dict(a).items())
#> [('y', 2)] True True True True
print(sorted(a.keys() & ["x"]), sorted({"x"} | a.keys()), a.values() == a.values())
#> ['x'] ['x', 'y'] False
