# An operator without its right side.
#! line 3: SyntaxError: invalid syntax
x = 1 +
