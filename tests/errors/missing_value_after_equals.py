# Nothing to assign.
#! line 3: SyntaxError: invalid syntax
x =
