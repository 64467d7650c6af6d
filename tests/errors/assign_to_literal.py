# A literal is no target.
#! line 3: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
1 = x
