# elif after else.
#! line 7: SyntaxError: invalid syntax
if 1:
    pass
else:
    pass
elif 2:
    pass
