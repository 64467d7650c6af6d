def simple(items):
    for item in items:
        yield item

def delegating(items):
    result = yield from items
    return result

def in_handler(f):
    try:
        f()
    except E:
        got = yield 1
        return got
