# A syntax error shows the line and a mark.
def f():
    return (1 + 2


f()
