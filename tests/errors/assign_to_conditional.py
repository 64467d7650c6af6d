# A conditional expression is no target.
#! line 3: SyntaxError: cannot assign to conditional expression here. Maybe you meant '==' instead of '='?
(a if b else c) = 1
