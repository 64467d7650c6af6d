# A class needs a body.
#! line 4: IndentationError: expected an indented block after class definition on line 3
class C:
x = 1
