# assert with and without a message.
def check(x, *message):
    if message:
        assert x, message[0]
    else:
        assert x
check(1)
for args in ((0,), ([], "text"), ("", 5), (None, (1, 2)), (0, None)):
    try:
        check(*args)
    except AssertionError as error:
        print(repr(error))
        #> AssertionError()
        #> AssertionError('text')
        #> AssertionError(5)
        #> AssertionError((1, 2))
        #> AssertionError(None)
assert (1, "always true") or 0
