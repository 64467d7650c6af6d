# yield inside a comprehension.
#! line 4: SyntaxError: 'yield' inside list comprehension
def f():
    return [(yield x) for x in y]
