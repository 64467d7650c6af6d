# None cannot be assigned.
#! line 3: SyntaxError: cannot assign to None
None = 1
