# A decorator needs something to decorate.
#! line 4: SyntaxError: invalid syntax
@f
x = 1
