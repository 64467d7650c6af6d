# A keyword in a subscript.
#! line 3: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
x[a=1]
