# An expression is no target.
#! line 3: SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
a + b = c
