# A comparison is no target.
#! line 3: SyntaxError: cannot assign to comparison
a < b = c
