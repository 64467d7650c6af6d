# __dict__ is live in both directions.
class C: pass
c = C()
c.a = 1
d = c.__dict__
d["b"] = 2
c.z = 3
print(c.b, d, "a" in d, vars(c) is d or vars(c) == d)  #> 2 {'a': 1, 'b': 2, 'z': 3} True True
del d["a"]
print(hasattr(c, "a"), c.__dict__)  #> False {'b': 2, 'z': 3}
c.__dict__ = {"fresh": 1}
print(c.fresh, hasattr(c, "b"))  #> 1 False
c.__dict__.update(u=5)
print(c.u, sorted(vars(c)))  #> 5 ['fresh', 'u']
try:
    c.__dict__ = 5
except TypeError as error:
    print(error)  #> __dict__ must be set to a dictionary, not a 'int'
