# An f-string is no target.
#! line 3: SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
f"{x}" = 1
