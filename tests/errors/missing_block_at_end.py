# The end of the file is no body.
#! line 3: IndentationError: expected an indented block after 'for' statement on line 3
for i in range(3):
