# A callback called by a builtin: the builtin has no frame.
def key(item):
    return item.missing


def order(items):
    return sorted(items, key=key)


order([1, 2])
