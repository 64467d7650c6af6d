def calls(f, o, args, kw):
    f()
    f(1, o.x, f)
    f(*args)
    f(*args, **kw)
    f(1, *args, key=o, **kw)
    f(1, key=o)
    return f(f(o))

def methods(o, a):
    o.plain(a, 1)
    o.other(a + 1)
    o.named(a, key=1)
    return o.first().second(a)

class Base:
    def method(self, value):
        return super().method(value) + super().other

    def looped(self):
        return [super().x for i in self]
