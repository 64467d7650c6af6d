# A failed assertion, without and with text.
def check(x):
    assert x > 0, f"{x} is not positive"


try:
    assert False
except AssertionError:
    check(-1)
