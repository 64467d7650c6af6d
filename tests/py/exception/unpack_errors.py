# The messages of failed unpackings.
def two(x):
    a, b = x
def star(x):
    a, *b, c = x
for call in (lambda: two([1]), lambda: two([1, 2, 3]), lambda: two([]), lambda: two(5), lambda: two("abc"), lambda: star([1]), lambda: two(iter([1, 2, 3])), lambda: two({}), lambda: two(None)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError not enough values to unpack (expected 2, got 1)
        #> ValueError too many values to unpack (expected 2)
        #> ValueError not enough values to unpack (expected 2, got 0)
        #> TypeError cannot unpack non-iterable int object
        #> ValueError too many values to unpack (expected 2)
        #> ValueError not enough values to unpack (expected at least 2, got 1)
        #> ValueError too many values to unpack (expected 2)
        #> ValueError not enough values to unpack (expected 2, got 0)
        #> TypeError cannot unpack non-iterable NoneType object
