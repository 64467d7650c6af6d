# A block must be indented.
#! line 4: IndentationError: expected an indented block after 'if' statement on line 3
if True:
print("x")
