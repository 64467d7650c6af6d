# An indentation error shows its line.
def f():
    x = 1
      y = 2
