# None is no attribute name.
#! line 3: SyntaxError: invalid syntax
x.None = 1
