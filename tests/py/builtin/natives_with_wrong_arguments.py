# Natives with arguments that do not belong there, reached in roundabout ways: an error, and nothing else.
def tell(work):
    try:
        print(work())
    except TypeError as error:
        print(error)


for given in (([], 5), ([], 5, 6), ([], 5, 6, 7, 8)):
    for named in ({"x": 1}, {"self": 1, "y": 2}, {}):
        tell(lambda: dict(*given, **named))
        tell(lambda: {}.update(*given, **named))
        #> dict expected at most 1 argument, got 2
        #> update expected at most 1 argument, got 2
        #> dict expected at most 1 argument, got 2
        #> update expected at most 1 argument, got 2
        #> dict expected at most 1 argument, got 2
        #> update expected at most 1 argument, got 2
        #> dict expected at most 1 argument, got 3
        #> update expected at most 1 argument, got 3
        #> dict expected at most 1 argument, got 3
        #> update expected at most 1 argument, got 3
        #> dict expected at most 1 argument, got 3
        #> update expected at most 1 argument, got 3
        #> dict expected at most 1 argument, got 5
        #> update expected at most 1 argument, got 5
        #> dict expected at most 1 argument, got 5
        #> update expected at most 1 argument, got 5
        #> dict expected at most 1 argument, got 5
        #> update expected at most 1 argument, got 5

for owner, name, args in (
    (float, "fromhex", ("0x1p3",)),
    (bytes, "fromhex", ("aa",)),
    (bytearray, "fromhex", ("aa",)),
    (int, "from_bytes", (b"ab", "big")),
):
    raw = owner.__dict__[name]
    for wrong in (5, 5.5, "x", None, [], str, object):
        for way in (lambda: raw.__get__(None, wrong)(*args), lambda: raw.__get__(wrong, wrong)(*args)):
            try:
                way()
                print("fine")
            except (TypeError, AttributeError):
                print("an error")
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error
                #> an error


# Keywords may be instances of a subclass of str.
class Name(str):
    pass


def two(a, *, b=0):
    return a, b


print(two(**{Name("a"): 1, Name("b"): 2}), sorted([2, 1], **{Name("reverse"): True}))
#> (1, 2) [2, 1]
print(dict(**{Name("a"): 1}), (lambda **named: named)(**{Name("q"): 1}))  #> {'a': 1} {'q': 1}
