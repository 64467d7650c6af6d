# A context manager written as a generator.
class manager:
    def __init__(self, f): self.f = f
    def __call__(self, *args):
        self.g = self.f(*args)
        return self
    def __enter__(self): return next(self.g)
    def __exit__(self, kind, value, trace):
        if kind is None:
            next(self.g, None)
            return False
        try:
            self.g.throw(value)
        except StopIteration:
            return True
@manager
def tag(name):
    print("<%s>" % name)
    try:
        yield name * 2
    except ValueError as error:
        print("handled", error)
    print("</%s>" % name)
with tag("b") as t:
    print(t)
    #> <b>
    #> bb
    #> </b>
with tag("i"):
    raise ValueError("inside")
    #> <i>
    #> handled inside
    #> </i>
