# True cannot be assigned.
#! line 3: SyntaxError: cannot assign to True
True = 0
