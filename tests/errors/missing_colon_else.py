# else without its colon.
#! line 5: SyntaxError: expected ':'
if 1:
    pass
else
    pass
