# The line of a call that spans several lines.
def f(a, b):
    return a + b


result = f(
    1,
    "two",
)
