# A function needs a body.
#! line 4: IndentationError: expected an indented block after function definition on line 3
def f():
x = 1
