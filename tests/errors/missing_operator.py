# Two values side by side.
#! line 3: SyntaxError: invalid syntax
x = 1 2
