# Passing *args through keeps the values; kwargs are copied.
def target(*args, **kw):
    kw["added"] = 1
    return args, kw
def through(*args, **kw):
    result = target(*args, **kw)
    return result, kw
print(through(1, 2, k=3))  #> (((1, 2), {'k': 3, 'added': 1}), {'k': 3})
