# A single = in a condition.
#! line 3: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
if x = 3:
    pass
