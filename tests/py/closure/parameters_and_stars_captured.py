# Captured parameters of every kind.
def outer(a, *args, k=1, **kw):
    def inner():
        return a, args, k, kw
    a = a * 2
    return inner
print(outer(1, 2, 3, k=4, z=5)())  #> (2, (2, 3), 4, {'z': 5})
