# A call is no target.
#! line 3: SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
f() = 1
