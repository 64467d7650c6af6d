# A key without its colon.
#! line 3: SyntaxError: ':' expected after dictionary key
x = {1: 2, 3}
