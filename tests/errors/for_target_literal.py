# A loop target must be assignable.
#! line 3: SyntaxError: cannot assign to literal
for 1 in x:
    pass
